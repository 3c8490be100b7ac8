//// same: cancellation, context and sequences of another type
[RpcContract] public partial interface IShape { Task<{-List<int>-}{+int[]+}> M({-int[]-}{+List<int>+} a{+, RpcCallContext? context = null, CancellationToken cancel = default+}); }

//// same: an enum becomes its underlying type
[RpcContract] public partial interface IShape { Task M({-K-}{+short+} a); }
public enum K : short { A = 5{+, B+} }

//// compatible: a method is added
//: 'IShape/N' is not as the wire baseline has it: it is new; accept it into the baseline
[RpcContract] public partial interface IShape { Task M(); {+Task [|N|]();+} }

//// compatible: a contract is added
//: 'IOther' is not as the wire baseline has it: it is new
[RpcContract] public partial interface IShape { Task M(); }
{+[RpcContract] public partial interface [|IOther|] { Task N(); }+}

//// compatible: an optional parameter is added
//: its optional parameter 'b' is new
[RpcContract] public partial interface IShape { Task M(int a{+, string? [|b|] = "x"+}); }

//// compatible: an optional parameter is removed
//: its optional parameter 'b' is gone
[RpcContract] public partial interface IShape { Task {+[|+}M{+|]+}(int a{-, string? b = "x"-}); }

//// compatible: a parameter becomes optional
//: its parameter 'a' is optional now
[RpcContract] public partial interface IShape { Task M(int {+[|+}a{+|]+}{+ = 3+}); }

//// compatible: a parameter is renamed
//: its parameter 'a' is called 'b' now
[RpcContract] public partial interface IShape { Task M(int {-a-}{+[|b|]+}); }

//// compatible: a text becomes another kind of text
//: its parameter 'a' was string and is stringbuilder
[RpcContract] public partial interface IShape { Task M({-string-}{+System.Text.StringBuilder+} {+[|+}a{+|]+}); }

//// widened: a parameter becomes a larger integer
//: its parameter 'a' was int32 and is int64; older readers fail on numbers that do not fit; update the sides that read it before those that write it
[RpcContract] public partial interface IShape { Task M({-int-}{+long+} {+[|+}a{+|]+}); }

//// widened: an unsigned parameter becomes a larger signed one
//: was uint16 and is int32
[RpcContract] public partial interface IShape { Task M({-ushort-}{+int+} {+[|+}a{+|]+}); }

//// widened: a parameter becomes nullable
//: was int32 and is int32?; older readers fail on nil
[RpcContract] public partial interface IShape { Task M({-int-}{+int?+} {+[|+}a{+|]+}); }

//// widened: a parameter that refused null accepts it
//: was string and is string?; older readers fail on nil
[RpcContract] public partial interface IShape { Task M({-string-}{+string?+} {+[|+}a{+|]+}); }

//// widened: a result becomes a larger integer
//: its result was int32 and is int64
[RpcContract] public partial interface IShape { {-Task<int>-}{+Task<long>+} {+[|+}M{+|]+}(); }

//// widened: a number gets more digits
//: was single and is double; older readers lose digits
[RpcContract] public partial interface IShape { Task M({-float-}{+double+} {+[|+}a{+|]+}); }

//// widened: an identifier becomes any text
//: was guid and is string; older readers fail on text that is no guid
[RpcContract] public partial interface IShape { Task M({-Guid-}{+string+} {+[|+}a{+|]+}); }

//// widened: an enum gets a larger underlying type
//: was byte and is int32
[RpcContract] public partial interface IShape { Task M(K {+[|+}a{+|]+}); }
public enum K : {-byte-}{+int+} { A = 5 }

//// widened: the keys of a dictionary become larger
//: was {int32: string?} and is {int64: string?}
[RpcContract] public partial interface IShape { Task M(Dictionary<{-int-}{+long+}, string> {+[|+}a{+|]+}); }

//// RPCWSS042: a method is removed
//: 'IShape/N' is not in the code any more; bring it back
[RpcContract] public partial interface {+[|+}IShape{+|]+} { Task M(); {-Task N();-} }

//// RPCWSS042: a method is renamed
//: 'IShape/M' is called 'N' now; write [RpcMethod(Name = "M")]
[RpcContract] public partial interface IShape { Task {-M-}{+[|N|]+}(int a); Task O(); }

//// RPCWSS042: a contract is renamed
//: 'IShape' is called 'Shop.Shape' now; write [RpcContract(Name = "IShape")]
[RpcContract{+(Name = "Shop.Shape")+}] public partial interface {+[|+}IShape{+|]+} { Task M(int a); }

//// RPCWSS043: a parameter without a default value is added
//: its parameter 'b' is new and has no default value
[RpcContract] public partial interface IShape { Task M(int a{+, int [|b|]+}); }

//// RPCWSS043: a parameter without a default value is removed
//: its parameter 'b' is gone
[RpcContract] public partial interface IShape { Task {+[|+}M{+|]+}(int a{-, int b-}); }

//// RPCWSS043: parameters of one type change places
//: its parameter 'to' has the place of 'from'
[RpcContract] public partial interface IShape { Task M({-string from, string to-}{+string [|to|], string from+}); }

//// RPCWSS043: a parameter is put before others
//: its parameter 'b' has another place, at which older peers neither send nor read it, and its parameter 'b' is called 'a' now
[RpcContract] public partial interface IShape { Task M({+int a, +}int {+[|+}b{+|] = 3+}); }

//// RPCWSS043: a parameter becomes a smaller integer
//: was int64 and is int32; not every number fits
[RpcContract] public partial interface IShape { Task M({-long-}{+int+} {+[|+}a{+|]+}); }

//// RPCWSS043: a parameter loses its sign
//: was int32 and is uint64; not every number fits
[RpcContract] public partial interface IShape { Task M({-int-}{+ulong+} {+[|+}a{+|]+}); }

//// RPCWSS043: a parameter becomes a text
//: was int32 and is string; neither is read as the other
[RpcContract] public partial interface IShape { Task M({-int-}{+string+} {+[|+}a{+|]+}); }

//// RPCWSS043: a parameter is nullable no more
//: was int32? and is int32; nil is not accepted any more
[RpcContract] public partial interface IShape { Task M({-int?-}{+int+} {+[|+}a{+|]+}); }

//// RPCWSS043: a parameter refuses null
//: was string? and is string; nil is not accepted any more
[RpcContract] public partial interface IShape { Task M({-string?-}{+string+} {+[|+}a{+|]+}); }

//// RPCWSS043: a parameter becomes a sequence
//: was int32 and is [int32]
[RpcContract] public partial interface IShape { Task M({-int-}{+int[]+} {+[|+}a{+|]+}); }

//// RPCWSS043: the items of a sequence change
//: was [int32] and is [string?]
[RpcContract] public partial interface IShape { Task M({-int[]-}{+string[]+} {+[|+}a{+|]+}); }

//// RPCWSS043: a tuple grows
//: was (int32, int32) and is (int32, int32, int32); the numbers of items differ
[RpcContract] public partial interface IShape { Task M((int, int{+, int+}) {+[|+}a{+|]+}); }

//// RPCWSS043: a tuple of a class becomes one of values
//: was [(int32, int32)?] and is [(int32, int32)]; nil is not accepted any more
[RpcContract] public partial interface IShape { Task M(List<{-Tuple<int, int>?-}{+(int, int)+}> {+[|+}a{+|]+}); }

//// RPCWSS043: bytes become numbers
//: was bin and is [byte]
[RpcContract] public partial interface IShape { Task M({-byte[]-}{+List<byte>+} {+[|+}a{+|]+}); }

//// RPCWSS043: an enum gets a smaller underlying type
//: was int32 and is byte
[RpcContract] public partial interface IShape { Task M(K {+[|+}a{+|]+}); }
public enum K : {-int-}{+byte+} { A = 5 }

//// RPCWSS043: a number loses digits
//: was double and is single; digits are lost
[RpcContract] public partial interface IShape { Task M({-double-}{+float+} {+[|+}a{+|]+}); }

//// RPCWSS043: an integer becomes a float
//: was int32 and is double
[RpcContract] public partial interface IShape { Task<{-int-}{+double+}> {+[|+}M{+|]+}(); }

//// RPCWSS043: a result appears
//: its result was void and is int32
[RpcContract] public partial interface IShape { {-Task-}{+Task<int>+} {+[|+}M{+|]+}(); }

//// RPCWSS043: a time becomes a time with offset
//: was datetime and is datetimeoffset
[RpcContract] public partial interface IShape { Task M({-DateTime-}{+DateTimeOffset+} {+[|+}a{+|]+}); }

//// RPCWSS043: a parameter takes another data type that is not alike
//: was A and is B; B[0] X: was int32 and is string?
[RpcContract] public partial interface IShape { Task M({-A-}{+B+} {+[|+}a{+|]+}); Task N(A a, B b); }
[MessagePackObject] public class A { [Key(0)] public int X { get; set; } }
[MessagePackObject] public class B { [Key(0)] public string? X { get; set; } }
