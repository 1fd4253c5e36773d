package org.superbill.coding.officialcodes;

/** Under what the publishers let their codes be used; answered with each release. */
final class Licences {
    static final String PUBLIC_DOMAIN = "US-government work, public domain (17 U.S.C. 105)";
    static final String WHO =
            "Copyright World Health Organization, CC BY-ND 3.0 IGO (https://creativecommons.org/licenses/by-nd/3.0/igo/): no changes, attribution wherever it is shown";
    static final String AMA =
            "CPT is copyright of the American Medical Association: for the licence holder who loaded it";
    static final String X12 = "Texts are copyright of X12: for the licence holder who loaded them";
    static final String NUBC =
            "Texts of the UB-04 manual are the American Hospital Association's (NUBC): for the licence holder who loaded them";
    static final String NUCC = "Copyright National Uniform Claim Committee (AMA): for the licence holder who loaded it";

    private Licences() {}
}
