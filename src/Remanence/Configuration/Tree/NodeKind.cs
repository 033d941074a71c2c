namespace Remanence.Configuration.Tree;

internal enum NodeKind
{
    Value,
    List,
    Map,
}
