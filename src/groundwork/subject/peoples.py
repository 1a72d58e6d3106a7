"""Peoples and faiths as papers write them: one list for what chooses, names or counts."""

PEOPLES = (
    r"(?:Afghan|Arab|Bangladeshi|Bhutanese|Bosnian|Brazilian|Burmese|Cambodian|Cameroonian"
    r"|Cape Verdean|Chamorro|Chinese|Chuukese|Colombian|Congolese|Cuban|Dominican"
    r"|Ecuadorian|Egyptian|Eritrean"
    r"|Ethiopian|Filipin[oa]|Ghanaian|Guatemalan|Guyanese|Haitian|Hmong|Honduran|Iranian|Iraqi"
    r"|Jamaican|Japanese|Kenyan|Korean|Kurdish|Laotian|Lebanese|Liberian|Marshallese|Mexican"
    r"|Micronesian|Mixtec|Moroccan|Nepal(?:i|ese)|Nicaraguan|Nigerian|Pakistani|Palestinian|Peruvian"
    r"|Puerto Rican|Rohingya|Roma|Russian|Salvadoran|Samoan|Somali|South Asian|Sudanese|Syrian"
    r"|Thai|Tongan|Ukrainian|Venezuelan|Vietnamese)"
)
"""Peoples by where they, or their parents, come from."""
FAITHS = (
    r"(?:Amish|Atheist|Baptist|Buddhist|Catholic|Christian|Evangelical|Hindu|Jewish|Mennonite|Mormon"
    r"|Muslim|Protestant|Sikh)"
)
"""People by what they believe."""
