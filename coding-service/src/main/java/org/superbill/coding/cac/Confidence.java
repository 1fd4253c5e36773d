package org.superbill.coding.cac;

import java.util.List;
import java.util.Map;
import org.superbill.coding.notetext.SectionKind;

/**
 * How sure a proposal is: a logistic function of what its evidence is like. The weights are those of a regression on the tuning half of the note set, rounded, and those of
 * terms that are not our own drawn towards the middle, since the set has few of them.
 */
final class Confidence {
    private static final Map<SectionKind, Double> SECTIONS = Map.of(
            SectionKind.ASSESSMENT, 0.6,
            SectionKind.PAST, 0.4,
            SectionKind.FAMILY, 0.1,
            SectionKind.HISTORY, -0.2,
            SectionKind.PROCEDURE, -0.3,
            SectionKind.PLAN, -0.5,
            SectionKind.RESULTS, -0.4,
            SectionKind.EXAM, -1.2,
            SectionKind.REVIEW, -1.5);

    private static final Map<Source, Double> SOURCES = Map.of(
            Source.STATUS, 0.5,
            Source.NEOPLASM_TABLE, 0.5,
            Source.DESCRIPTION, 0.2,
            Source.INCLUSION, 0.0,
            Source.DRUG_TABLE, -0.5,
            Source.INDEX, -0.9);

    private static final double BASE = 1.9;
    private static final double PER_WORD = 0.45;
    private static final double PER_COST = -1.0;
    private static final double PER_MENTION = 0.7;
    private static final double BARE_WORD = -0.6;
    private static final double EXPLAINED = -1.6;
    private static final double UNCERTAIN = -0.3;
    private static final int MOST_MENTIONS = 3;
    private static final int MOST_WORDS = 4;

    /** What names of diseases end in: such a word needs no other beside it. */
    private static final List<String> DISEASES = List.of(
            "itis", "osis", "iasis", "oma", "emia", "pathy", "plasia", "penia", "cele", "malacia", "megaly", "trophy",
            "philia", "ectasis", "mycosis");

    private Confidence() {}

    /** @param explained whether it is a symptom that is likely to be part of a disease which the note names */
    static double of(Candidate candidate, boolean explained) {
        var best = candidate.mentions().stream()
                .mapToDouble(Confidence::mention)
                .max()
                .orElse(-1);
        var score = BASE
                + best
                + PER_MENTION * Math.min(MOST_MENTIONS, candidate.mentions().size() - 1)
                + (explained && isPresenting(candidate) ? EXPLAINED : 0);
        return 1 / (1 + Math.exp(-score));
    }

    /** Guidelines I.B.4, where no list says so: what a patient came with is mostly part of the disease that was found. */
    private static boolean isPresenting(Candidate candidate) {
        return candidate.mentions().stream().noneMatch(mention -> mention.section() == SectionKind.ASSESSMENT);
    }

    static double mention(Mention mention) {
        return SECTIONS.getOrDefault(mention.section(), 0.0)
                + SOURCES.getOrDefault(mention.source(), 0.0)
                + PER_WORD * Math.min(MOST_WORDS, mention.words() - 1)
                + PER_COST * mention.cost()
                + (isBareWord(mention) ? BARE_WORD : 0)
                + (mention.assertion() == Assertion.UNCERTAIN ? UNCERTAIN : 0);
    }

    private static boolean isBareWord(Mention mention) {
        return mention.words() == 1
                && mention.source() == Source.INDEX
                && DISEASES.stream().noneMatch(mention.path()::endsWith);
    }
}
