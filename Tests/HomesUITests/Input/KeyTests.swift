import HomesCore
import HomesUI
import Testing

@Suite struct `Keys` {
    @Test func `the notation gives keys`() {
        #expect(
            Key.parse("3<Enter>wang<Down><F10><C-s>") == [
                .character("3"), .enter, .character("w"), .character("a"), .character("n"),
                .character("g"), .down, .function(10), .control("s"),
            ])
        #expect(
            Key.parse("<S-Tab><lt>b><PASTE a b><Space>\n王") == [
                .backTab, .character("<"), .character("b"), .character(">"), .paste("a b"),
                .character(" "), .enter, .character("王"),
            ])
    }

    @Test func `an unknown name stands for its characters`() {
        #expect(Key.parse("<x>") == [.character("<"), .character("x"), .character(">")])
        #expect(Key.parse("a<") == [.character("a"), .character("<")])
        #expect(Key.parse("<F21>").count == 5)
    }

    @Test func `names are those on the keyboard`() {
        #expect(Key.control("s").name(.english) == "^S")
        #expect(Key.function(10).name(.chinese) == "F10")
        #expect(Key.enter.name(.chinese) == "回车")
        #expect(Key.character("王").name(.english) == "王")
    }
}
