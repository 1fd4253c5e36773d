package org.superbill.coding.codingquery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.coding.cac.Assertion;
import org.superbill.coding.cac.NamedCondition;

/** What the quotations of a question say of conditions. Which words name one is known from the titles of ICD-10-CM, the Alphabetic Index and clinical language. */
record Documented(QueryText text, QueryRecord about) {
    /** They name a condition that has no code by this word alone (urosepsis: guideline I.C.1.d.1.a.ii), so that no term of the code sets finds them. */
    private static final Set<String> WITHOUT_CODE = Set.of("urosepsis", "shock");

    private static final Pattern LINK = Pattern.compile(
            "\\b(associated|related|induced|caused|secondary)\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** So many characters of a code of ICD-10-CM are its category. */
    private static final int CATEGORY = 3;

    /** The first condition that words name, as there or as supposed, and no quotation has. */
    Optional<NamedCondition> introduced(String words) {
        return Stream.concat(named(Words.asRead(words)).stream(), withoutCode(words))
                .filter(condition -> !has(condition))
                .findFirst();
    }

    private static Stream<NamedCondition> withoutCode(String words) {
        return Words.of(words).stream()
                .filter(WITHOUT_CODE::contains)
                .map(word -> new NamedCondition(word, word, Assertion.PRESENT));
    }

    /** Whether quotations have a diagnosis in these or in other words: it names conditions, and they have each of them. */
    boolean has(String diagnosis) {
        var named = named(Words.asRead(diagnosis));
        return !named.isEmpty() && named.stream().allMatch(this::has);
    }

    /** The first condition that words say the patient has, or may have, and no quotation has. */
    Optional<NamedCondition> claimed(String words) {
        return named(Words.asRead(words)).stream()
                .filter(condition -> isOfPatient(condition) && !has(condition))
                .findFirst();
    }

    /** Whether words name any condition, whatever they say of it. */
    boolean isNamed(String words) {
        return !named(Words.asRead(words)).isEmpty();
    }

    private List<NamedCondition> named(String words) {
        return about.conditions().apply(words);
    }

    /** The same condition by its code, in other words too ("AKI"), or its very words. */
    private boolean has(NamedCondition condition) {
        return text.indicators().stream().anyMatch(indicator -> has(indicator.quote(), condition))
                || text.purpose() == QueryPurpose.CAUSE_AND_EFFECT && hasParts(condition);
    }

    /** "Sepsis due to pneumonia", "catheter-associated infection": one in each quotation; whether they are linked is what is asked. */
    private boolean hasParts(NamedCondition condition) {
        return Words.hasAll(allQuotes(), LINK.matcher(condition.words()).replaceAll(" "));
    }

    private boolean has(String quote, NamedCondition condition) {
        var same = same(quote, condition);
        return same.isEmpty()
                ? Words.hasAll(quote, condition.words()) || isVaguer(quote, condition)
                : same.stream().anyMatch(Documented::isOfPatient);
    }

    /** Whether a quotation says it more exactly: some of its words alone name the condition, "deep vein thrombosis of the femoral vein" a DVT. */
    private boolean isVaguer(String quote, NamedCondition condition) {
        return named(quote).stream()
                .filter(other -> isOfPatient(other) && category(other).equals(category(condition)))
                .flatMap(other -> Words.partsOf(other.words()))
                .flatMap(part -> named(part).stream())
                .anyMatch(part -> part.code().equals(condition.code()));
    }

    private static String category(NamedCondition condition) {
        var code = condition.code();
        return code.substring(0, Math.min(CATEGORY, code.length()));
    }

    /** Whether a question asks about a diagnosis: it has its words, or one that tells it from others, or names a condition of its category. */
    boolean isAbout(String question, String diagnosis) {
        var asked =
                named(Words.asRead(question)).stream().map(Documented::category).collect(Collectors.toSet());
        return Words.hasAll(question, diagnosis)
                || OptionUnsupported.hasTheSameWord(question, diagnosis)
                || named(Words.asRead(diagnosis)).stream()
                        .map(Documented::category)
                        .anyMatch(asked::contains);
    }

    private List<NamedCondition> same(String quote, NamedCondition condition) {
        return named(quote).stream()
                .filter(other -> other.code().equals(condition.code()))
                .toList();
    }

    /** Whether quotations name a diagnosis and each of them says that the patient has it not. */
    boolean denies(String diagnosis) {
        var same = named(diagnosis).stream()
                .flatMap(condition ->
                        text.indicators().stream().flatMap(indicator -> same(indicator.quote(), condition).stream()))
                .toList();
        return !same.isEmpty() && same.stream().noneMatch(Documented::isOfPatient);
    }

    private static boolean isOfPatient(NamedCondition condition) {
        return condition.assertion() != Assertion.NEGATED
                && condition.assertion() != Assertion.FAMILY
                && condition.assertion() != Assertion.OTHER_PERSON;
    }

    private String allQuotes() {
        return String.join(" ", text.indicators().stream().map(Indicator::quote).toList());
    }
}
