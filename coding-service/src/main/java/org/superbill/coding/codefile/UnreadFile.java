package org.superbill.coding.codefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Official files that no service reads: known, so that whoever brings one is told why. */
enum UnreadFile {
    NARRATIVE_CODES(
            "hcpcs,long_description,",
            "HCPCS codes that need a narrative: billing's edit on unlisted services goes by what the codes' descriptions say"),
    CC_EXCLUSIONS(
            "icd_code,cc_mcc,",
            "which diagnoses a principal diagnosis cancels as CC or MCC: stays are not grouped here"),
    CC_EXCLUSION_GROUPS("pdx_group,pdx_icd", "principal diagnoses that cancel a CC or MCC: stays are not grouped here"),
    CC_AND_MCC("icd_code,dx_type", "which diagnoses are CC or MCC: stays are not grouped here"),
    LOCALITIES("mac,locality,state,", "payment localities and their counties: a contract names its locality itself"),
    ZIP_LOCALITIES("state,zip,", "the payment locality of each ZIP code: a contract names its locality itself"),
    ANESTHESIA("mac,locality,name,conversion_factor", "anesthesia conversion factors: no price is made of them"),
    IMAGING_CAPS("hcpcs,mod,status,mac,", "payment caps of imaging: no price is made of them"),
    NUMBERS_ALONE("list,code", "X12 code numbers without their texts: load the lists that have them");

    private final String header;
    private final String why;

    UnreadFile(String header, String why) {
        this.header = header;
        this.why = why;
    }

    static Optional<UnreadFile> of(FileSample sample) {
        var first = sample.header().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(file -> file.header.endsWith(",") ? first.startsWith(file.header) : first.equals(file.header))
                .findFirst();
    }

    String detail() {
        return "Superbill keeps no table of this file. It has " + why;
    }
}
