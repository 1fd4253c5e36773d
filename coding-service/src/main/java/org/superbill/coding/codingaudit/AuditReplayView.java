package org.superbill.coding.codingaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Checked;

/**
 * What the rules of a drawn case's own date say of its codes, with the releases that are loaded now.
 *
 * @param coded of what its coder had finalized; absent while a blind audit hides it
 * @param correct of what the auditor says is right; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingAuditReplay")
record AuditReplayView(@Nullable Checked coded, @Nullable Checked correct) {
    static final String EXAMPLE = """
            {"coded":{"findings":[{"rule":"side-unspecified","severity":"warning","pointer":"/diagnoses/0","pointers":["/diagnoses/0"],\
            "codes":["M25569","M25561"],"message":"M25.569 leaves the side open, modifier RT names it: right","fix":"Code M25.561.",\
            "source":"ICD-10-CM Official Guidelines for Coding and Reporting, sections I.B.13 and I.B.18 (unspecified codes)"}],"warnings":[]},\
            "correct":{"findings":[],"warnings":[]}}""";
}
