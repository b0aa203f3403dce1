using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Functions.Queues.ServiceBus;

/// <summary>Service Bus takes message ids of up to 128 characters; longer ones are named by their hash.</summary>
internal static class MessageIds
{
    private const int Longest = 128;

    public static string Short(string id) => id.Length <= Longest ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
