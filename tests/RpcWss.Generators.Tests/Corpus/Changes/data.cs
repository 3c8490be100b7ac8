//// same: a member moves to a base class, and becomes a field
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
{+public class Base { [Key(0)] public int X; }+}
[MessagePackObject] public class Data{+ : Base+} { {-[Key(0)] public int X { get; set; }-} [Key(1)] public int Y { get; set; } }

//// compatible: a member is added
//: 'Data[1] Y' is not as the wire baseline has it: it is new
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } {+[Key(1)] public int [|Y|] { get; set; } = 7;+} }

//// compatible: a member that may be nil is added between others
//: 'Data[1] Y' is not as the wire baseline has it: it is new
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } {+[Key(1)] public string? [|Y|] { get; set; }+} [Key(2)] public int Z { get; set; } }

//// compatible: the last member is removed
//: 'Data[1] Y' is not as the wire baseline has it: it is gone, and its key is kept for it
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class {+[|+}Data{+|]+} { [Key(0)] public int X { get; set; } {-[Key(1)] public int Y { get; set; }-} }

//// compatible: a member that may be nil is removed between others
//: 'Data[1] Y' is not as the wire baseline has it: it is gone
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class {+[|+}Data{+|]+} { [Key(0)] public int X { get; set; } {-[Key(1)] public string? Y { get; set; }-} [Key(2)] public int Z { get; set; } }

//// compatible: a member is renamed
//: it was called 'X'; if it means something else now, give it a key of its own
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public int {-X-}{+[|Renamed|]+} { get; set; } }

//// compatible: a member with a name is added
//: 'Data["Y"]' is not as the wire baseline has it: it is new
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject(true)] public class Data { public int X { get; set; } {+public int [|Y|] { get; set; }+} }

//// compatible: a member with a name is removed
//: 'Data["Y"]' is not as the wire baseline has it: it is gone
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject(true)] public class {+[|+}Data{+|]+} { public int X { get; set; } {-public int Y { get; set; }-} }

//// compatible: a data type is renamed
//: its parameter 'a' was Data and is Renamed
[RpcContract] public partial interface IShape { Task M({-Data-}{+Renamed+} {+[|+}a{+|]+}); }
[MessagePackObject] public class {-Data-}{+Renamed+} { [Key(0)] public int X { get; set; } [Key(1)] public {-Data-}{+Renamed+}? Next { get; set; } }

//// widened: a member becomes a larger integer
//: 'Data[0] X' is not as the wire baseline has it: it was int32 and is int64; older readers fail on numbers that do not fit; update the sides that read it
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public {-int-}{+long+} {+[|+}X{+|]+} { get; set; } }

//// widened: a member becomes nullable
//: was int32 and is int32?
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public {-int-}{+int?+} {+[|+}X{+|]+} { get; set; } }

//// widened: a struct becomes a class
//: 'Data[0] X' is not as the wire baseline has it: it was Point and is Point?; older readers fail on nil
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public Point{+?+} {+[|+}X{+|]+} { get; set; } }
[MessagePackObject] public {-struct-}{+class+} Point { [Key(0)] public int X { get; set; } }

//// widened: a union gets a case
//: 'IFigure[1]' is not as the wire baseline has it: it is a new case; older readers fail on it; update the sides that read it
[RpcContract] public partial interface IShape { Task<IFigure> M(IFigure a); }
[Union(0, typeof(Circle))] {+[[|Union(1, typeof(Square))|]]+} public interface IFigure;
[MessagePackObject] public class Circle : IFigure { [Key(0)] public int R { get; set; } }
[MessagePackObject] public class Square : IFigure { [Key(0)] public int A { get; set; } }

//// RPCWSS044: a member that cannot be nil is removed between others
//: 'Data[1] Y': it is gone, and nil is sent in its place, which older readers cannot read as int32; leave it as it was
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class {+[|+}Data{+|]+} { [Key(0)] public int X { get; set; } {-[Key(1)] public int Y { get; set; }-} [Key(2)] public int Z { get; set; } }

//// RPCWSS044: a member that cannot be nil is added between others
//: 'Data[1] Y': it is new where older senders send nil, which cannot be read as int32; give it a key of its own
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } {+[Key(1)] public int [|Y|] { get; set; }+} [Key(2)] public int Z { get; set; } }

//// RPCWSS044: a key is used for something else
//: 'Data[0] Note': it was int32 and is string?; neither is read as the other
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public {-int X-}{+string? [|Note|]+} { get; set; } }

//// RPCWSS044: a member becomes a smaller integer
//: 'Data[0] X': it was int64 and is int32
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public {-long-}{+int+} {+[|+}X{+|]+} { get; set; } }

//// RPCWSS044: a member is nullable no more
//: was int32? and is int32
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public {-int?-}{+int+} {+[|+}X{+|]+} { get; set; } }

//// RPCWSS044: a class becomes a struct
//: was Point? and is Point
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public Point{-?-} {+[|+}X{+|]+} { get; set; } }
[MessagePackObject] public {-class-}{+struct+} Point { [Key(0)] public int X { get; set; } }

//// RPCWSS044: keys become names
//: 'Data': it was written as array and is written as map
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class {+[|+}Data{+|]+} { [Key({-0-}{+"x"+})] public int X { get; set; } }

//// RPCWSS044: a member with a name becomes something else
//: 'Data["X"]': it was int32 and is boolean
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject(true)] public class Data { public {-int-}{+bool+} {+[|+}X{+|]+} { get; set; } }

//// RPCWSS044: a union loses a case
//: 'IFigure[1]': it is a case no more
[RpcContract] public partial interface IShape { Task<IFigure> M(IFigure a); }
[Union(0, typeof(Circle))] {-[Union(1, typeof(Square))]-} public interface {+[|+}IFigure{+|]+};
[MessagePackObject] public class Circle : IFigure { [Key(0)] public int R { get; set; } }
[MessagePackObject] public class Square : IFigure { [Key(0)] public int A { get; set; } }

//// RPCWSS044: the number of a case is used for another
//: 'IFigure[0]': it was Circle? and is Square?; Square[0] A: was int32 and is string?
[RpcContract] public partial interface IShape { Task<IFigure> M(IFigure a); }
[{+[|+}Union(0, typeof({-Circle-}{+Square+})){+|]+}] public interface IFigure;
[MessagePackObject] public class Circle : IFigure { [Key(0)] public int R { get; set; } }
[MessagePackObject] public class Square : IFigure { [Key(0)] public string? A { get; set; } }

//// RPCWSS044: a member takes another data type that is not alike
//: 'Data[0] X': it was A? and is B?; B[0] X: was int32 and is string?
[RpcContract] public partial interface IShape { Task<Data> M(Data a, A b, B c); }
[MessagePackObject] public class Data { [Key(0)] public {-A-}{+B+}? {+[|+}X{+|]+} { get; set; } }
[MessagePackObject] public class A { [Key(0)] public int X { get; set; } }
[MessagePackObject] public class B { [Key(0)] public string? X { get; set; } }

//// RPCWSS044: members change places
//: 'Data[0] Height': it had the key 1 before, and this key was that of 'Width'
[RpcContract] public partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public int {-Width-}{+[|Height|]+} { get; set; } [Key(1)] public int {-Height-}{+Width+} { get; set; } }
