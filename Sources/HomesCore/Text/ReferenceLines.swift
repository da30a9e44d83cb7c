/// A file of `data/` whose lines stand in rising byte order of their first field, searched where
/// it lies: nothing is copied and nothing is read before it is asked for.
///
/// `@unchecked Sendable`: the bytes are constants of the program.
struct ReferenceLines: @unchecked Sendable {
    /// The lines after the heading.
    private let bytes: UnsafeRawBufferPointer
    private let separator: UInt8

    /// A file with one heading line; `separator` ends the first field of a line.
    init(_ name: String, separator: UInt8) {
        let all = ReferenceData.bytes(name)
        var start = 0
        while start < all.count, all[start] != 0x0A { start += 1 }
        bytes = UnsafeRawBufferPointer(rebasing: all[min(start + 1, all.count)...])
        self.separator = separator
    }

    /// What `body` makes of every line whose first field is the key, in the order of the file.
    func lines<Result>(
        forKey key: [UInt8], _ body: (UnsafeRawBufferPointer) -> Result?
    ) -> [Result] {
        var results: [Result] = []
        var position = firstLine(from: key)
        while position < bytes.count, compare(position, key) == 0 {
            let end = lineEnd(position)
            if let result = body(UnsafeRawBufferPointer(rebasing: bytes[position..<end])) {
                results.append(result)
            }
            position = end + 1
        }
        return results
    }

    /// The rest of the first line whose first field is the character.
    func value(for scalar: Unicode.Scalar) -> String? {
        value(for: scalar) { String(validating: $0, as: UTF8.self) } ?? nil
    }

    /// The same, read where it lies, without a copy.
    func value<Result>(
        for scalar: Unicode.Scalar, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { key in
            var count = 0
            for unit in UTF8.encode(scalar) ?? UTF8.EncodedScalar() {
                key[count] = unit
                count += 1
            }
            let key = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(key)[..<count])
            let position = firstLine(from: key)
            guard position < bytes.count, compare(position, key) == 0 else { return nil }
            let range = position + count + 1..<lineEnd(position)
            return body(UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
    }

    /// Every line in the order of the file.
    func forEach(_ body: (UnsafeRawBufferPointer) -> Void) {
        var position = 0
        while position < bytes.count {
            let end = lineEnd(position)
            body(UnsafeRawBufferPointer(rebasing: bytes[position..<end]))
            position = end + 1
        }
    }

    /// Where the first line begins whose key is not below `key`.
    private func firstLine(from key: some RandomAccessCollection<UInt8>) -> Int {
        var low = 0
        var high = bytes.count
        while low < high {
            var start = (low + high) / 2
            while start > low, bytes[start - 1] != 0x0A { start -= 1 }
            if compare(start, key) < 0 {
                low = lineEnd(start) + 1
            } else {
                high = start
            }
        }
        return low
    }

    /// The first field at a line's beginning against a key: below 0, 0 or above.
    private func compare(_ start: Int, _ key: some RandomAccessCollection<UInt8>) -> Int {
        var position = start
        for unit in key {
            guard position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A
            else { return -1 }
            if bytes[position] != unit { return Int(bytes[position]) - Int(unit) }
            position += 1
        }
        return position < bytes.count && bytes[position] != separator ? 1 : 0
    }

    private func lineEnd(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return end
    }
}
