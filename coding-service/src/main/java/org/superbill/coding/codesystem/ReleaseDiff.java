package org.superbill.coding.codesystem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one release changes against another, each list in the order of the codes.
 *
 * @param added codes that the other does not have
 * @param revised codes of which it says something else
 * @param deleted codes that it no longer has, and in a list that dates its codes those that it ends
 */
public record ReleaseDiff(List<String> added, List<String> revised, List<String> deleted) {
    public ReleaseDiff {
        added = List.copyOf(added);
        revised = List.copyOf(revised);
        deleted = List.copyOf(deleted);
    }

    static final ReleaseDiff NONE = new ReleaseDiff(List.of(), List.of(), List.of());

    static ReleaseDiff between(CodeSystem system, Map<String, CodeRow> before, List<CodeRow> after) {
        var gone = new HashMap<>(before);
        var added = new ArrayList<String>();
        var revised = new ArrayList<String>();
        var deleted = new ArrayList<String>();
        for (var row : after) {
            var old = gone.remove(row.code());
            if (old == null) {
                added.add(row.code());
            } else if (ends(system, old, row)) {
                deleted.add(row.code());
            } else if (!saysTheSame(old, row)) {
                revised.add(row.code());
            }
        }
        deleted.addAll(gone.keySet());
        List.of(added, revised, deleted).forEach(codes -> codes.sort(null));
        return new ReleaseDiff(added, revised, deleted);
    }

    boolean isEmpty() {
        return added.isEmpty() && revised.isEmpty() && deleted.isEmpty();
    }

    private static boolean ends(CodeSystem system, CodeRow old, CodeRow row) {
        return system.dating() == CodeSystem.Dating.BY_CODE && old.validTo() == null && row.validTo() != null;
    }

    private static boolean saysTheSame(CodeRow old, CodeRow row) {
        return old.billable() == row.billable()
                && old.display().equals(row.display())
                && old.longDescription().equals(row.longDescription())
                && Objects.equals(old.validFrom(), row.validFrom())
                && Objects.equals(old.validTo(), row.validTo());
    }
}
