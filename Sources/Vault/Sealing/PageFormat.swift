/// The sizes and places of a sealed file. `Format.md` describes them for another reader.
enum PageFormat {
    /// A page as SQLite counts it, in bytes. Nothing else is accepted.
    static let pageBytes = 4096

    /// What SQLite leaves free at the end of every page, in bytes. Read back as zeros, because a
    /// reader must see what the writer saw; asked to be zero on every write.
    static let reservedBytes = 32

    /// What a page holds of SQLite's, in bytes.
    static let payloadBytes = pageBytes - reservedBytes

    /// The nonce of AES-GCM, in bytes (NIST SP 800-38D, 5.2.1.1: 96 bits).
    static let nonceBytes = 12

    /// The tag of AES-GCM, in bytes.
    static let tagBytes = 16

    /// Where the tag of a sealed page begins. The four bytes behind it are zero.
    static let tagOffset = nonceBytes + payloadBytes

    /// SQLite's journal in the layout that it takes on a file whose overwrites are safe: a header
    /// of one 512-byte sector, then records of page number, page and check sum.
    static let headerBytes = 512
    static let recordBytes = 4 + pageBytes + 4

    /// A journal header lies in its sector twice, so that one damaged spot does not make a journal
    /// look like none.
    static let headerCopyBytes = headerBytes / 2

    /// What a sealed copy of a journal header and a sealed record hold, in bytes.
    static let headerPayloadBytes = headerCopyBytes - nonceBytes - tagBytes
    static let recordPayloadBytes = recordBytes - reservedBytes

    /// How much of a journal header is SQLite's; behind it comes the journal's own identifier.
    static let headerUsedBytes = 28
    static let identifierBytes = 16

    /// What every journal header of SQLite's begins with, once its records have been synced.
    static let journalMagic: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]

    /// What a partial read of page 1 answers when page 1 does not authenticate: a header with the
    /// sizes above and nothing else. SQLite asks for it before it rolls a journal back, so a page 1
    /// torn by a power loss must not stop it there. No content is ever read through this.
    static let constantHeader: [UInt8] =
        Array("SQLite format 3\0".utf8) + [0x10, 0x00, 1, 1, UInt8(reservedBytes), 64, 32, 32]
        + [UInt8](repeating: 0, count: 76)

    /// Where page 1 begins on the disk, in bytes. In front of it is the block with the sum.
    static let firstPageStart: Int64 = 4096

    /// Where a page begins on the disk, in bytes.
    static func start(of page: UInt32) -> Int64 { Int64(page) * Int64(pageBytes) }

    /// Where SQLite keeps the number of pages.
    static let countOffset = 28

    /// Where SQLite keeps what changes at every commit: it reads these 16 bytes of page 1 at the
    /// start of a transaction and drops its cache when they differ.
    static let versionOffset = 24
    static let versionBytes = 16
}

/// What a sealed unit is, told apart in its associated data.
enum SealedUnit: UInt8 {
    case page = 1
    case journalHeader = 2
    case journalRecord = 3
    case sum = 4
}
