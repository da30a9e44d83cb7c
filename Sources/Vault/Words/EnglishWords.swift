/// 256 plain English words, no two alike in their first four letters. Written for this program.
///
/// The order is part of the format of printed recovery shares and never changes.
let englishWords = """
    acorn album amber anchor ankle apple apron arch arrow attic autumn avenue bakery bamboo
    barley basket beach beaver bench berry bicycle birch biscuit blanket blossom boat bonnet
    bottle bowl bread breeze brick bridge broom brush bubble bundle butter cabin cactus cake
    camel canal canoe canyon carpet carrot castle cedar chalk cheese cherry chimney cinnamon
    circle clock clover coat cocoa coffee comet compass copper coral cotton crayon cream cricket
    crown cupboard curtain cushion daisy dance dawn desk diamond dinner dolphin donkey door
    dragon drawer drum duck eagle earth easel echo elbow engine envelope evening fabric farm
    feather fence fern field flag forest fountain fox frost fruit galaxy garden garlic gate
    ginger giraffe glacier glass glove goat goose grain grape guitar hammer harbor harp hedge
    helmet honey horizon horse hotel ink island jacket jade jasmine jelly jewel juice jungle
    kettle kitchen kite koala ladder lake lamp lantern lawn leaf lemon letter library lilac lily
    linen lizard locket lotus magnet mango maple marble market meadow melon metal milk mint
    mirror moon mosaic mountain muffin museum napkin nectar needle nest noodle oak oasis ocean
    olive onion orange orchard oven owl oyster paddle painter palace palm pancake panda paper
    parsley peach peanut pebble pencil piano picnic pigeon pillow planet plum pocket pond porch
    potato puddle pumpkin puppet puzzle quilt rabbit radio raft raven ribbon rice river robin
    rocket rose ruby saddle salad scarf school shell silver spoon spring squirrel star stone
    sugar summer table teapot ticket tiger tomato tower tractor train tulip turtle umbrella
    vanilla village violin walnut window winter zebra
    """
