import Glibc

/// How the bytes of an imported file become text: UTF-8 with or without a mark, UTF-16 with its
/// mark, else GB18030, which is what Excel in China writes. Nothing is guessed into U+FFFD: bytes
/// that are none of these are refused, with their place.
public enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case gb18030 = "GB18030"

    /// Why bytes are not text.
    public enum Fault: Error, Equatable, Sendable {
        /// Neither UTF-8 nor GB18030: where each stops to be valid, in bytes from 0.
        case neither(utf8Offset: Int, gb18030Offset: Int)
        /// A UTF-16 mark, but not UTF-16 from this byte on.
        case brokenUTF16(offset: Int)
        /// Not UTF-8 from this byte on, and the system's GB18030 table is not installed.
        case converterMissing(utf8Offset: Int)

        /// The sentence for the person who imports.
        public var phrase: Phrase {
            switch self {
            case .neither(let utf8, let gb):
                Phrase(
                    "The file is neither UTF-8 (byte \(utf8 + 1)) nor GB18030 (byte \(gb + 1)): "
                        + "save it again as CSV UTF-8",
                    "文件既不是 UTF-8（第 \(utf8 + 1) 字节）也不是 GB18030（第 \(gb + 1) 字节）：请另存为 CSV UTF-8")
            case .brokenUTF16(let offset):
                Phrase(
                    "The file begins as UTF-16 but byte \(offset + 1) is damaged: save it again",
                    "文件以 UTF-16 开头，但第 \(offset + 1) 字节损坏：请重新保存")
            case .converterMissing(let utf8):
                Phrase(
                    "The file is not UTF-8 (byte \(utf8 + 1)), and this system cannot read "
                        + "GB18030: save it as CSV UTF-8",
                    "文件不是 UTF-8（第 \(utf8 + 1) 字节），而本机无法读取 GB18030：请另存为 CSV UTF-8")
            }
        }
    }

    /// The text of some bytes, without a byte order mark, and how it was written.
    public static func decode(_ bytes: [UInt8]) throws(Fault) -> (
        text: String, encoding: TextEncoding
    ) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return (try utf16(bytes), .utf16)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let text = String(validating: body, as: UTF8.self) { return (text, .utf8) }
        let utf8Offset = firstInvalidUTF8(body)
        guard let converter = Converter() else {
            throw .converterMissing(utf8Offset: utf8Offset)
        }
        switch converter.utf8(from: bytes) {
        case .success(let converted):
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let body = converted.starts(with: mark) ? converted.dropFirst(3) : converted[...]
            if let text = String(validating: body, as: UTF8.self) { return (text, .gb18030) }
            throw .neither(utf8Offset: utf8Offset, gb18030Offset: 0)
        case .failure(let stop):
            throw .neither(utf8Offset: utf8Offset, gb18030Offset: stop.offset)
        }
    }

    private static func utf16(_ bytes: [UInt8]) throws(Fault) -> String {
        let isLittle = bytes[0] == 0xFF
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 2, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
        }
        guard bytes.count.isMultiple(of: 2) else { throw .brokenUTF16(offset: bytes.count - 1) }
        if let text = String(validating: units, as: UTF16.self) { return text }
        var decoder = UTF16()
        var iterator = units.makeIterator()
        var offset = 2
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            offset += scalar.value > 0xFFFF ? 4 : 2
        }
        throw .brokenUTF16(offset: offset)
    }

    /// Where bytes stop to be UTF-8, in the whole file.
    private static func firstInvalidUTF8(_ bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = bytes.startIndex
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            offset += UTF8.width(scalar)
        }
        return offset
    }
}

/// The C library's converter from GB18030. Foundation's gives nothing in a program that carries
/// Foundation inside itself.
private final class Converter {
    /// Where conversion stopped.
    struct Stop: Error {
        let offset: Int
    }

    private let descriptor: iconv_t

    init?() {
        guard let descriptor = iconv_open("UTF-8", "GB18030"), descriptor != iconv_t(bitPattern: -1)
        else { return nil }
        self.descriptor = descriptor
    }

    deinit {
        iconv_close(descriptor)
    }

    func utf8(from bytes: [UInt8]) -> Result<[UInt8], Stop> {
        var input = bytes
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 2)
        let stop = input.withUnsafeMutableBytes { source -> Int? in
            var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = source.count
            return withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { target in
                while left > 0 {
                    var free = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = target.count
                    let status = iconv(descriptor, &next, &left, &free, &room)
                    let isFull = status == -1 && errno == E2BIG
                    result.append(contentsOf: target[..<(target.count - room)])
                    if status == -1, !isFull { return source.count - left }
                }
                return nil
            }
        }
        if let stop { return .failure(Stop(offset: stop)) }
        return .success(result)
    }
}
