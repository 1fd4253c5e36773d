package org.superbill.coding.cac;

import java.util.List;
import java.util.Optional;

/** A condition of which the same sentence says the drug that it comes from has a code that says so too. Source: ICD-10-CM Official Guidelines I.C.19.e.5.a; index, "drug-induced". */
final class DrugEffects {
    private static final String ANTINEOPLASTIC = "T451X5";
    private static final int INTENT = 5;

    /** Characters between the two at most. */
    private static final int BESIDE = 45;

    /** @param beginning of the condition's code */
    private record Effect(String beginning, String becomes) {}

    private static final List<Effect> EFFECTS = DataFile.rows("cac/drug-effects.tsv").stream()
            .map(row -> new Effect(row[0].replace(".", ""), row[1].replace(".", "")))
            .toList();

    private DrugEffects() {}

    static void apply(Candidates codes, CodeBook book) {
        if (codes.all("T").stream().anyMatch(drug -> isSelfHarm(drug.code()))) {
            codes.dropAll("T1491"); // Index: suicide, attempted, by poisoning: the Table of Drugs has the intent
        }
        for (var drug : codes.all("T")) {
            if (isAdverseEffect(drug.code())) {
                for (var condition : codes.all()) {
                    if (isSaidTogether(condition, drug)) {
                        induced(condition.code(), drug.code(), book)
                                .ifPresent(code -> codes.replace(
                                        condition, code, "Index: of a drug, which the same sentence names"));
                    }
                }
            }
        }
    }

    private static boolean isAdverseEffect(String code) {
        return code.length() == INTENT + 2
                && code.compareTo("T36") >= 0
                && code.compareTo("T51") < 0
                && (code.charAt(INTENT) == '5' || code.charAt(INTENT) == 'X' && code.charAt(INTENT - 1) == '5');
    }

    private static boolean isSelfHarm(String code) {
        return code.length() == INTENT + 2
                && code.compareTo("T36") >= 0
                && code.compareTo("T66") < 0
                && (code.charAt(INTENT) == '2' || code.charAt(INTENT) == 'X' && code.charAt(INTENT - 1) == '2');
    }

    private static boolean isSaidTogether(Candidate condition, Candidate drug) {
        return condition != drug
                && condition.mentions().stream()
                        .anyMatch(mention -> drug.mentions().stream()
                                .anyMatch(other -> other.sentence() == mention.sentence()
                                        && Math.max(other.start() - mention.end(), mention.start() - other.end())
                                                < BESIDE));
    }

    /** The site of an osteonecrosis stands behind the place that says where it comes from. */
    private static Optional<String> induced(String code, String drug, CodeBook book) {
        if (code.equals("D709") && drug.startsWith(ANTINEOPLASTIC)) {
            return Optional.of("D701");
        }
        if (code.equals("D649") && drug.startsWith(ANTINEOPLASTIC)) {
            return Optional.of("D6481");
        }
        if ((code.equals("D61818") || code.equals("D61811")) && drug.startsWith(ANTINEOPLASTIC)) {
            return Optional.of("D61810");
        }
        return EFFECTS.stream()
                .filter(effect -> code.startsWith(effect.beginning()))
                .map(effect -> effect.becomes()
                        + (effect.becomes().length() == effect.beginning().length()
                                ? code.substring(effect.beginning().length())
                                : ""))
                .map(becomes ->
                        book.isBillable(becomes) ? becomes : becomes.substring(0, Math.min(5, becomes.length())))
                .filter(book::isBillable)
                .findFirst();
    }
}
