package org.superbill.coding.codeindex;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the index and one of its releases. */
@Schema(name = "CodeIndexTable")
record CodeIndexTableView(CodeIndexTable table, String title, String release, LocalDate effectiveFrom, int terms) {
    static CodeIndexTableView of(CodeIndexRelease release) {
        return new CodeIndexTableView(
                release.table(), release.table().title(), release.label(), release.effectiveFrom(), release.terms());
    }
}
