using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Diagnostics;

/// <summary>
/// Every rule, in bands: 00x contract, 01x method, 03x data, 04x wire identity and compatibility, 05x use, 09x environment. Each has a page under
/// <c>docs/diagnostics/</c>. A message names the thing, says what is wrong with it and what to write instead.
/// </summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "RPCWSS001", "A contract must be partial",
        "The contract '{0}' is not partial, so that it cannot be completed; write 'partial interface {0}'");

    public static readonly DiagnosticDescriptor OuterNotPartial = Error(
        "RPCWSS002", "A type that contains a contract must be partial",
        "'{0}' contains the contract '{1}' and is not partial, so that the contract cannot be completed; write 'partial' before '{2}'");

    public static readonly DiagnosticDescriptor GenericContract = Error(
        "RPCWSS003", "A contract must not be generic",
        "The contract '{0}' has type parameters, its own or of a type around it, so that it has no fixed shape on the wire; mark an interface that inherits it with its type arguments instead");

    public static readonly DiagnosticDescriptor HiddenContract = Error(
        "RPCWSS004", "A contract must be visible in its assembly",
        "The contract '{0}' is {1}, so that no client or service can name it; make it internal or public");

    public static readonly DiagnosticDescriptor NotAMethod = Error(
        "RPCWSS005", "A contract has methods only",
        "'{0}' is {1}, which cannot be called from afar; write a method that returns a ValueTask, or give it an implementation");

    public static readonly DiagnosticDescriptor StaticAbstract = Error(
        "RPCWSS006", "A contract has no static abstract members",
        "'{0}' is static abstract, which a proxy cannot implement; make it an instance method, or give it an implementation");

    public static readonly DiagnosticDescriptor InaccessibleMember = Error(
        "RPCWSS007", "A remote method must be accessible",
        "'{0}' is {1} and abstract, so that it cannot be called on a service; make it public, or give it an implementation");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        "RPCWSS008", "Names that begin with __Rpc are reserved",
        "'{0}' begins with '__Rpc', which is kept for generated members; choose another name");

    public static readonly DiagnosticDescriptor GenericMethod = Error(
        "RPCWSS010", "A remote method must not be generic",
        "'{0}' is generic, so that the other side cannot know what types to read; write one method for each type");

    public static readonly DiagnosticDescriptor ReturnType = Error(
        "RPCWSS011", "A remote method returns a task",
        "'{0}' returns '{1}'; a remote method returns {2}");

    public static readonly DiagnosticDescriptor ByReference = Error(
        "RPCWSS012", "A remote method takes its parameters by value",
        "The parameter '{0}' of '{1}' is passed by reference, which cannot cross the wire; take it by value and return what changes");

    public static readonly DiagnosticDescriptor CancellationTokens = Error(
        "RPCWSS013", "A remote method takes one CancellationToken",
        "The parameter '{0}' of '{1}' is {2}; a call is cancelled by one token, so take a single 'CancellationToken {0} = default'");

    public static readonly DiagnosticDescriptor CallContexts = Error(
        "RPCWSS014", "A remote method takes one RpcCallContext",
        "The parameter '{0}' of '{1}' is a second RpcCallContext; a call has one context, so remove one of them");

    public static readonly DiagnosticDescriptor OneWayResult = Error(
        "RPCWSS015", "A one-way method has no result",
        "'{0}' is one-way and returns '{1}'; nothing comes back from a one-way call, so return ValueTask or Task, or remove 'OneWay = true'");

    public static readonly DiagnosticDescriptor NotACarriedStream = Error(
        "RPCWSS016", "A contract carries a few kinds of streams",
        "{0} is '{1}', which is not a stream that a contract can carry; write {2}");

    public static readonly DiagnosticDescriptor OneWayStream = Error(
        "RPCWSS017", "A one-way method has no streams",
        "'{0}' is one-way and has a stream, which lives as long as its call; a one-way call is over when it is sent, so remove 'OneWay = true'");

    public static readonly DiagnosticDescriptor StreamSettingsMisplaced = Error(
        "RPCWSS018", "[RpcStream] is for streams of items",
        "{0} is not a stream of items, so that [RpcStream] says nothing about it; remove the attribute, or stream an IAsyncEnumerable<T>");

    public static readonly DiagnosticDescriptor SettingOutOfRange = Error(
        "RPCWSS019", "A setting is out of its range",
        "{0} cannot be {1}; {2}");

    public static readonly DiagnosticDescriptor CannotBeSent = Error(
        "RPCWSS030", "A type cannot cross the wire",
        "{0} uses the type '{1}', which cannot be sent: {2}");

    public static readonly DiagnosticDescriptor NotMessagePackObject = Error(
        "RPCWSS031", "A data type must be a MessagePackObject",
        "{0} uses the type '{1}', which does not say how it is written; mark it with [MessagePackObject] and its members with [Key(n)]");

    public static readonly DiagnosticDescriptor MemberWithoutKey = Error(
        "RPCWSS032", "A public member needs a key",
        "'{0}' has neither [Key] nor [IgnoreMember]; give it a number that no other member of '{1}' has or had, or mark it with [IgnoreMember]");

    public static readonly DiagnosticDescriptor BadKey = Error(
        "RPCWSS033", "Keys must be distinct and small",
        "The key {0} of '{1}' {2}");

    public static readonly DiagnosticDescriptor CannotBeMade = Error(
        "RPCWSS034", "A data type must have a constructor that its keys fit",
        "'{0}' cannot be made when it is read: {1}");

    public static readonly DiagnosticDescriptor DataFeature = Error(
        "RPCWSS035", "A serialization feature is not supported yet",
        "'{0}' uses {1}, which is not supported yet; {2}");

    public static readonly DiagnosticDescriptor MemberNotSettable = Error(
        "RPCWSS036", "A member with a key must be readable and settable",
        "'{0}' has a key and {1}; {2}");

    public static readonly DiagnosticDescriptor DataNotAccessible = Error(
        "RPCWSS037", "A data type must be visible in the contract's assembly",
        "{0} uses the type '{1}', which the contract's assembly cannot name; make it internal or public");

    public static readonly DiagnosticDescriptor UserKey = Warning(
        "RPCWSS038", "A dictionary or set whose keys are hashed by user code is limited",
        "{0} hashes keys of the type '{1}', whose hashes a peer may make collide; at most 1,024 entries are read, so use a key of a basic type, or a list");

    public static readonly DiagnosticDescriptor SameWireName = Error(
        "RPCWSS040", "Two methods have one name on the wire",
        "'{0}' and '{1}' are both called '{2}' on the wire; give one of them [RpcMethod(Name = \"...\")]");

    public static readonly DiagnosticDescriptor InvalidWireName = Error(
        "RPCWSS041", "A name cannot be used on the wire",
        "The name '{0}' {1}; a name has 1 to 512 bytes in UTF-8 together with its contract's, without '/', spaces and control characters");

    public static readonly DiagnosticDescriptor NameGone = Error(
        "RPCWSS042", "A name of the wire baseline is gone",
        "Calls of older clients fail: '{0}' {1}; {2}");

    public static readonly DiagnosticDescriptor MethodBroken = Error(
        "RPCWSS043", "A method breaks older peers",
        "Older peers do not understand '{0}': {1}; {2}");

    public static readonly DiagnosticDescriptor DataBroken = Error(
        "RPCWSS044", "A data type breaks older peers",
        "Older peers do not understand '{0}': it {1}; {2}");

    public static readonly DiagnosticDescriptor BaselineLine = Error(
        "RPCWSS045", "A line of the wire baseline is not understood",
        "The line '{0}' of the wire baseline is not understood: {1}; correct it, or remove it and let the code fix write it anew");

    public static readonly DiagnosticDescriptor Unrecorded = Warning(
        "RPCWSS046", "The wire baseline does not have what is on the wire",
        "'{0}' is not as the wire baseline has it: {1}; {2}");

    public static readonly DiagnosticDescriptor NotAContract = Error(
        "RPCWSS050", "An interface is used as a contract and is none",
        "'{0}' is used as a contract by '{1}' and is none, so that there is no proxy and no dispatcher for it; {2}");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "RPCWSS090", "Contracts need C# 11",
        "The contract '{0}' is compiled as C# {1}; set LangVersion to 11 or later, or remove it");

    public static readonly DiagnosticDescriptor Failure = Error(
        "RPCWSS099", "The generator failed on a contract",
        "The generator failed on '{0}', and nothing was generated for it; please report this with the contract's source: {1}");

    /// <summary>What the comparison with the wire baseline says.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfBaseline { get; } = [NameGone, MethodBroken, DataBroken, BaselineLine, Unrecorded];

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial, OuterNotPartial, GenericContract, HiddenContract, NotAMethod, StaticAbstract, InaccessibleMember, ReservedName,
        GenericMethod, ReturnType, ByReference, CancellationTokens, CallContexts, OneWayResult,
        NotACarriedStream, OneWayStream, StreamSettingsMisplaced, SettingOutOfRange,
        CannotBeSent, NotMessagePackObject, MemberWithoutKey, BadKey, CannotBeMade, DataFeature, MemberNotSettable, DataNotAccessible, UserKey,
        SameWireName, InvalidWireName, .. OfBaseline, NotAContract, LanguageVersion, Failure,
    ];

    /// <summary>What the parser says of a contract.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfContracts { get; } = All.RemoveRange(OfBaseline).Remove(NotAContract);

    public static DiagnosticDescriptor ById(string id)
    {
        foreach (var rule in All)
        {
            if (rule.Id == id)
            {
                return rule;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(id), id, "No such rule.");
    }

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "RpcWss", DiagnosticSeverity.Error, isEnabledByDefault: true, description: Page(id), helpLinkUri: "");

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, "RpcWss", DiagnosticSeverity.Warning, isEnabledByDefault: true, description: Page(id), helpLinkUri: "");

    private static string Page(string id) => $"See docs/diagnostics/{id}.md for a sample and its repair.";
}
