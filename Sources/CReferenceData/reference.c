#include "CReferenceData.h"

static const unsigned char gb2260[] = {
#embed "../../data/gb2260.csv"
};
static const unsigned char pinyin[] = {
#embed "../../data/pinyin.tsv"
};
static const unsigned char han_variants[] = {
#embed "../../data/han_variants.tsv"
};

static const homes_reference_file files[] = {
    {"gb2260.csv", gb2260, sizeof gb2260},
    {"pinyin.tsv", pinyin, sizeof pinyin},
    {"han_variants.tsv", han_variants, sizeof han_variants},
};

homes_reference_file homes_reference_file_at(size_t index) {
    static const homes_reference_file none = {0, 0, 0};
    return index < sizeof files / sizeof files[0] ? files[index] : none;
}
