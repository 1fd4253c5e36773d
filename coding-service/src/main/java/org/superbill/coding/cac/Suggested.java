package org.superbill.coding.cac;

import java.util.List;

/** All that the engine has to say of a note: proposals, the most important first, and what it abstains on. */
public record Suggested(List<Proposal> proposals, List<Abstention> abstentions) {

    public Suggested {
        proposals = List.copyOf(proposals);
        abstentions = List.copyOf(abstentions);
    }
}
