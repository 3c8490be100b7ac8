using Heating.Contracts;
using Heating.Server;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRpcWss(rpc => rpc.AddService<IHeating, HeatingService>());

var app = builder.Build();
app.MapRpcWss("/rpc");
app.Run();
