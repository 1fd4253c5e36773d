package org.superbill.coding.cac;

import java.util.List;
import org.superbill.coding.notetext.Section;

/**
 * All that the engine has to say of the notes of an encounter.
 *
 * @param proposals the most important first
 * @param abstentions what the notes speak of and nothing is proposed for
 * @param sections of the text that was read, in its order
 */
public record Suggested(List<Proposal> proposals, List<Abstention> abstentions, List<Section> sections) {

    public Suggested {
        proposals = List.copyOf(proposals);
        abstentions = List.copyOf(abstentions);
        sections = List.copyOf(sections);
    }
}
