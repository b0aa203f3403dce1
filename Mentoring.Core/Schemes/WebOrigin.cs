namespace Mentoring.Core.Schemes;

/// <summary>Addresses as browsers send them and headers carry them: a host in letters of any language has a name in ASCII.</summary>
internal static class WebOrigin
{
    public static string Of(Uri address) => InAscii(address).GetLeftPart(UriPartial.Authority);

    public static Uri InAscii(Uri address) => Uri.CheckHostName(address.Host) == UriHostNameType.Dns && address.Host != address.IdnHost ? new UriBuilder(address) { Host = address.IdnHost }.Uri : address;
}
