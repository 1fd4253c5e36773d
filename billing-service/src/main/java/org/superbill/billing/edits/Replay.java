package org.superbill.billing.edits;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.billing.coveragelist.CoverageLists;
import org.superbill.billing.editrule.ClaimRule;
import org.superbill.billing.edittable.PastEditTables;

/**
 * What the edits knew when a day of the past ended.
 *
 * @param tables releases of CMS's tables that were in use
 * @param notReplayed what is judged as it is now, because what it was then is not kept
 */
@Schema(name = "ClaimCheckReplay")
public record Replay(
        @JsonIgnore PastEditTables.Then then,
        @JsonIgnore CoverageLists coverage,
        @JsonIgnore List<ClaimRule> rules,
        List<PastEditTables.Used> tables,
        List<NotReplayed> notReplayed) {
    public Replay {
        rules = List.copyOf(rules);
        tables = List.copyOf(tables);
        notReplayed = List.copyOf(notReplayed);
    }

    /**
     * Something that has changed since.
     *
     * @param what e.g. the name of a file of codes
     */
    @Schema(name = "ClaimCheckNotReplayed")
    public record NotReplayed(String what, String message) {}

    public EditContext applied(EditContext today) {
        return today.with(then.tables()).with(coverage).with(rules);
    }
}
