/// Characters that decorate and whose width or shape not every font and terminal agrees on, each
/// with a plain one that says the same.
public enum Ornament {
    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "…": "~", "─": "-", "━": "=", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+",
        "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "·": ".", "•": "*", "→": ">", "←": "<",
        "↑": "^", "↓": "v", "▶": ">", "◀": "<", "▲": "^", "▼": "v", "✓": "+", "✗": "x", "×": "x",
        "▁": "_", "▂": ".", "▃": "-", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "█": "#", "░": ".",
        "▒": ":", "▓": "#", "–": "-", "—": "-", "≥": ">", "≤": "<",
    ]

    /// The ASCII character that stands for an ornament, `nil` for any other character.
    public static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { plain[scalar] }
}
