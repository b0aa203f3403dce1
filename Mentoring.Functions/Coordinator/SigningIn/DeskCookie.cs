using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.SigningIn;

/// <summary>The cookie that holds a session's token, and what follows from the token.</summary>
public static class DeskCookie
{
    /// <summary>The prefix has browsers insist on Secure, on the whole site, and on no other site.</summary>
    public const string Name = "__Host-desk";

    public static string? Of(HttpRequest request) => request.Cookies[Name];

    public static void Set(HttpResponse response, string token, TimeSpan life) => response.Cookies.Append(Name, token, Options(life));

    public static void Clear(HttpResponse response) => response.Cookies.Append(Name, "", Options(TimeSpan.Zero));

    /// <summary>Goes with every form of a session. It follows from the token and tells nothing of it.</summary>
    public static string FormTokenOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes("form:" + token)));

    private static CookieOptions Options(TimeSpan life) => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };
}
