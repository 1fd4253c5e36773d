package org.superbill.billing.editrule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a claim.
 *
 * @param claim whether it catches the claim as a whole
 * @param lines which lines it catches, by their place from 0
 * @param broken why it could not be evaluated, without anything of the claim; null: it could
 */
public record Verdict(
        boolean claim, List<Integer> lines, @Nullable String broken) {
    static final Verdict NOTHING = new Verdict(false, List.of(), null);
    static final Verdict CLAIM = new Verdict(true, List.of(), null);

    public Verdict {
        lines = List.copyOf(lines);
    }

    static Verdict broken(String why) {
        return new Verdict(false, List.of(), why);
    }

    public boolean catches() {
        return claim || !lines.isEmpty();
    }
}
