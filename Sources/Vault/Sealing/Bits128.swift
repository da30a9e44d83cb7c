/// 128 bits, added and taken away modulo 2^128: a tag, or a sum of shares.
///
/// Not the library's `UInt128`: Swift 6.3 crashes on some stack frames that hold one.
struct Bits128: Equatable, Sendable {
    static let byteCount = 16

    private var high: UInt64 = 0
    private var low: UInt64 = 0

    init() {}

    /// Reads 16 bytes, the greatest first.
    init(at place: UnsafeRawPointer) {
        high = UInt64(bigEndian: place.loadUnaligned(as: UInt64.self))
        low = UInt64(bigEndian: place.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    /// Writes 16 bytes, the greatest first.
    func store(at place: UnsafeMutableRawPointer) {
        place.storeBytes(of: high.bigEndian, as: UInt64.self)
        place.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
    }

    static func += (left: inout Bits128, right: Bits128) {
        let (sum, carries) = left.low.addingReportingOverflow(right.low)
        left.low = sum
        left.high = left.high &+ right.high &+ (carries ? 1 : 0)
    }

    static func -= (left: inout Bits128, right: Bits128) {
        let (difference, borrows) = left.low.subtractingReportingOverflow(right.low)
        left.low = difference
        left.high = left.high &- right.high &- (borrows ? 1 : 0)
    }
}
