using System.Net.Http.Headers;
using Azure.Core;

namespace Mentoring.Functions.Memberships;

/// <summary>Signs in to the directory by the app's identity, for the audience that the settings name. The credential keeps tokens until they expire.</summary>
internal sealed class DirectoryToken(TokenCredential credential, string audience) : DelegatingHandler
{
    private readonly TokenRequestContext _asked = new([$"{audience.TrimEnd('/')}/.default"]);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(_asked, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return await base.SendAsync(request, cancellationToken);
    }
}
