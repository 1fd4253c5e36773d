package org.superbill.coding.cac;

import java.util.Map;
import org.superbill.coding.notetext.SectionKind;

/**
 * How sure a proposal is: a logistic function of what its evidence is like, with weights fitted on the tuning half of the note set, so that of proposals at 0.8 about
 * four in five are right.
 */
final class Confidence {
    private static final Map<SectionKind, Double> SECTIONS = Map.ofEntries(
            Map.entry(SectionKind.ASSESSMENT, 1.5),
            Map.entry(SectionKind.PREOPERATIVE, 0.5),
            Map.entry(SectionKind.COMPLAINT, 0.2),
            Map.entry(SectionKind.HISTORY, 0.2),
            Map.entry(SectionKind.PAST, 0.3),
            Map.entry(SectionKind.SURGICAL, 0.0),
            Map.entry(SectionKind.FAMILY, 0.6),
            Map.entry(SectionKind.SOCIAL, 0.3),
            Map.entry(SectionKind.MEDICATIONS, 0.3),
            Map.entry(SectionKind.ALLERGIES, 0.5),
            Map.entry(SectionKind.REVIEW, -1.5),
            Map.entry(SectionKind.EXAM, -1.2),
            Map.entry(SectionKind.RESULTS, -0.5),
            Map.entry(SectionKind.PLAN, -0.4),
            Map.entry(SectionKind.PROCEDURE, -0.3),
            Map.entry(SectionKind.NARRATIVE, 0.6));

    private static final double BASE = 0.6;
    private static final double PER_WORD = 0.35;
    private static final double PER_COST = -0.5;
    private static final double PER_MENTION = 0.3;
    private static final double OWN_TERM = 0.8;
    private static final double OPEN = -0.5;
    private static final double SYMPTOM = -0.3;
    private static final double EXPLAINED = -1.0;
    private static final int MOST_MENTIONS = 3;
    private static final int MOST_WORDS = 4;

    private Confidence() {}

    /** @param explained whether the note names a disease, so that a symptom is likely to be part of it */
    static double of(Candidate candidate, boolean explained) {
        var best = candidate.mentions().stream().mapToDouble(Confidence::mention).max().orElse(-1);
        var score = BASE + best
                + PER_MENTION * Math.min(MOST_MENTIONS, candidate.mentions().size() - 1)
                + (candidate.missing() == null ? 0 : OPEN)
                + (candidate.begins("R") ? SYMPTOM : 0)
                + (explained && isPresenting(candidate) ? EXPLAINED : 0);
        return 1 / (1 + Math.exp(-score));
    }

    /** Guidelines I.B.4, where no list says so: what a patient came with is mostly part of the disease that was found. */
    private static boolean isPresenting(Candidate candidate) {
        return Symptoms.isSymptom(candidate.code())
                && candidate.mentions().stream().noneMatch(mention -> mention.section() == SectionKind.ASSESSMENT);
    }

    static double mention(Mention mention) {
        return SECTIONS.getOrDefault(mention.section(), 0.0)
                + PER_WORD * Math.min(MOST_WORDS, mention.words() - 1)
                + PER_COST * mention.cost()
                + (mention.source() == Source.EVERYDAY || mention.source() == Source.STATUS ? OWN_TERM : 0)
                + 2 * (mention.source().trust() - 1);
    }
}
