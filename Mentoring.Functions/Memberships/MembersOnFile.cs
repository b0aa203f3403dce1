using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Memberships;

/// <summary>A file of members, read again whenever it has changed. While a changed file is faulty, what was read before stands.</summary>
public sealed partial class MembersOnFile : IMembershipRecords
{
    private readonly string _path;
    private readonly ILogger<MembersOnFile> _logger;
    private readonly Lock _turn = new();
    private IReadOnlyDictionary<string, MembershipRecord> _members;
    private DateTime _written;

    /// <exception cref="InvalidDataException">The file cannot be read or is faulty; the message names every fault.</exception>
    public MembersOnFile(string path, ILogger<MembersOnFile> logger)
    {
        (_path, _logger, _written) = (path, logger, File.GetLastWriteTimeUtc(path));
        _members = MembersFile.Load(path);
    }

    public bool AreThere => true;

    public ValueTask<MembershipRecord?> FindAsync(string number, CancellationToken cancellation)
    {
        lock (_turn)
        {
            if (File.GetLastWriteTimeUtc(_path) is var written && written != _written)
                Renew(written);
            return new(_members.GetValueOrDefault(number.Trim(), new MembershipRecord.NoMember()));
        }
    }

    private void Renew(DateTime written)
    {
        try
        {
            (_members, _written) = (MembersFile.Load(_path), written);
        }
        catch (InvalidDataException faulty)
        {
            _written = written;
            StaysAsItWas(_logger, faulty.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The file of members has changed and is faulty; what was read before stands. {Faults}")]
    private static partial void StaysAsItWas(ILogger logger, string faults);
}
