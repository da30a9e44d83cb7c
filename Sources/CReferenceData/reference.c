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
static const unsigned char provinces[] = {
#embed "../../data/provinces.csv"
};
static const unsigned char homes[] = {
#embed "../../data/homes.csv"
};
static const unsigned char beds[] = {
#embed "../../data/beds.csv"
};
static const unsigned char list_deductions[] = {
#embed "../../data/lists/deductions.csv"
};
static const unsigned char list_ethnicities[] = {
#embed "../../data/lists/ethnicities.csv"
};
static const unsigned char list_hazards[] = {
#embed "../../data/lists/hazards.csv"
};
static const unsigned char list_industries[] = {
#embed "../../data/lists/industries.csv"
};
static const unsigned char list_languages[] = {
#embed "../../data/lists/languages.csv"
};
static const unsigned char list_materials[] = {
#embed "../../data/lists/materials.csv"
};
static const unsigned char list_occupations[] = {
#embed "../../data/lists/occupations.csv"
};

static const homes_reference_file files[] = {
    {"gb2260.csv", gb2260, sizeof gb2260},
    {"pinyin.tsv", pinyin, sizeof pinyin},
    {"han_variants.tsv", han_variants, sizeof han_variants},
    {"provinces.csv", provinces, sizeof provinces},
    {"homes.csv", homes, sizeof homes},
    {"beds.csv", beds, sizeof beds},
    {"lists/deductions.csv", list_deductions, sizeof list_deductions},
    {"lists/ethnicities.csv", list_ethnicities, sizeof list_ethnicities},
    {"lists/hazards.csv", list_hazards, sizeof list_hazards},
    {"lists/industries.csv", list_industries, sizeof list_industries},
    {"lists/languages.csv", list_languages, sizeof list_languages},
    {"lists/materials.csv", list_materials, sizeof list_materials},
    {"lists/occupations.csv", list_occupations, sizeof list_occupations},
};

homes_reference_file homes_reference_file_at(size_t index) {
    static const homes_reference_file none = {0, 0, 0};
    return index < sizeof files / sizeof files[0] ? files[index] : none;
}
