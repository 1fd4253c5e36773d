package org.superbill.coding.cac;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.superbill.coding.notetext.SectionKind;

/** What says nothing more when a more specific code of the note is there. Source: ICD-10-CM Official Guidelines I.B.2 and I.B.18. */
final class Vagueness {
    /** Chapters whose categories are mostly one disease; of neoplasms, injuries, symptoms and statuses there may be several. */
    private static final Set<Character> ONE_OF_A_KIND = Set.of('E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N');

    private static final Set<String> SIDES = Set.of("right", "left");

    private static final Set<String> VAGUE =
            Set.of("I10", "E119", "E109", "J449", "K219", "N400", "C800", "C801", "C799", "F32A", "M810");

    private final CodeBook book;
    private final Specifier specifier;

    Vagueness(CodeBook book, Specifier specifier) {
        this.book = book;
        this.specifier = specifier;
    }

    void apply(Candidates codes, ReadNote note) {
        named(codes, note);
        lessSpecific(codes);
        unspecifiedInjuries(codes);
        told(codes);
    }

    /** A disease that is named twice has the code of the words that say more: "perforated gastric ulcer" and "a gastric ulcer" are one. Source: Guidelines I.B.2, I.B.12. */
    private void named(Candidates codes, ReadNote note) {
        for (var less : codes.all()) {
            if (ONE_OF_A_KIND.contains(less.code().charAt(0))) {
                codes.all(less.code().substring(0, 3)).stream()
                        .filter(other -> other != less && saysAllOf(less, other, note))
                        .findFirst()
                        .ifPresent(more -> {
                            codes.drop(less);
                            more.seenIn(less.mentions())
                                    .because("Guidelines I.B.2: it says more than the words for " + less.code());
                        });
            }
        }
    }

    /** Whether all that names the one names the other too, on no other side, and more stands beside it. */
    private boolean saysAllOf(Candidate less, Candidate more, ReadNote note) {
        return less.mentions().stream()
                .allMatch(mention -> more.mentions().stream()
                        .anyMatch(other ->
                                isAgreed(note.side(mention), note.side(other)) && isMore(mention, other, more, note)));
    }

    private static boolean isAgreed(Side one, Side other) {
        return one == Side.NONE || one == other || other == Side.BILATERAL;
    }

    private boolean isMore(Mention mention, Mention other, Candidate more, ReadNote note) {
        var words = said(mention, note);
        var others = said(other, note);
        if (words.isEmpty() || others.equals(words)) {
            return false;
        }
        var all = new HashSet<>(others);
        all.addAll(specifier.said(more.code()));
        return all.containsAll(words) && !words.containsAll(others);
    }

    private static Set<String> said(Mention mention, ReadNote note) {
        var reading = note.reading(mention.sentence());
        var words = new HashSet<String>();
        for (var at = mention.first(); at <= mention.last(); at++) {
            if (reading.get(at).cost() >= 1
                    && Character.isLetter(reading.get(at).plain().charAt(0))) {
                words.add(reading.get(at).word());
            }
        }
        words.removeAll(SIDES);
        return words;
    }

    /** An unspecified code beside a specific one of the same category says nothing more. Source: Guidelines I.B.2, I.B.18. */
    private void lessSpecific(Candidates codes) {
        for (var candidate : codes.all()) {
            if (isVague(candidate.code()) || isUnspecifiedFracture(candidate.code())) {
                betterThan(candidate, codes).ifPresent(better -> {
                    codes.drop(candidate);
                    better.seenIn(candidate.mentions())
                            .because("Guidelines I.B.18: more specific than " + candidate.code()
                                    + ", which the note says too");
                });
            }
        }
    }

    private Optional<Candidate> betterThan(Candidate vague, Candidates codes) {
        var category = vague.code().substring(0, 3);
        if (isUnspecifiedFracture(vague.code())) {
            return codes.all(vague.code().substring(0, 4)).stream()
                    .filter(other -> other != vague && sameEnd(vague.code(), other.code()))
                    .findFirst();
        }
        if (category.charAt(0) == 'S' || category.charAt(0) == 'Z' || category.charAt(0) == 'R') {
            return Optional.empty();
        }
        var words = vagueWords(vague.code());
        return codes.all(category).stream()
                .filter(other -> other != vague && !isVague(other.code()))
                .filter(other -> sameGroup(vague.code(), other.code())
                        || vagueWords(other.code()).containsAll(words)
                        || isOneWord(vague))
                .findFirst();
    }

    /** What is told on the way gives way to what is concluded of the same category: the conclusion is the provider's last word on it. */
    private static void told(Candidates codes) {
        for (var told : codes.all()) {
            var category = told.code().substring(0, 3);
            if (!ONE_OF_A_KIND.contains(told.code().charAt(0)) || isConcluded(told)) {
                continue;
            }
            codes.all(category).stream()
                    .filter(other -> other != told && isConcluded(other))
                    .findFirst()
                    .ifPresent(concluded -> {
                        codes.drop(told);
                        concluded
                                .seenIn(told.mentions())
                                .because("The conclusion, where the note says " + told.code() + " on the way");
                    });
        }
    }

    private static boolean isConcluded(Candidate candidate) {
        return candidate.mentions().stream().anyMatch(mention -> mention.section() == SectionKind.ASSESSMENT);
    }

    /** "Injury of the knee" says nothing beside the rupture that it was. */
    private void unspecifiedInjuries(Candidates codes) {
        for (var injury : codes.all("S")) {
            if (book.text(injury.code()).startsWith("Unspecified injury")
                    && codes.all("S").stream().anyMatch(other -> other != injury)) {
                codes.drop(injury);
            }
        }
    }

    private boolean isUnspecifiedFracture(String code) {
        return code.startsWith("S") && code.length() == 7 && book.text(code).startsWith("Unspecified fracture");
    }

    /** The same side and the same kind of encounter. */
    private static boolean sameEnd(String one, String other) {
        return other.length() == 7 && one.substring(5).equals(other.substring(5));
    }

    /** "Candidiasis" beside "oral candidiasis". */
    private static boolean isOneWord(Candidate candidate) {
        return candidate.mentions().stream().allMatch(mention -> mention.words() == 1);
    }

    private static boolean sameGroup(String one, String other) {
        return one.length() > 4 && other.length() > 4 && one.charAt(3) == other.charAt(3);
    }

    private Set<String> vagueWords(String code) {
        return specifier.words(book.title(code)
                .replaceAll("unspecified (organism|site|severity|part)|unspecified|uncomplicated", " "));
    }

    private boolean isVague(String code) {
        var title = book.title(code);
        return title.contains("unspecified") && !title.contains("unspecified severity")
                || title.endsWith("dependence, uncomplicated")
                || VAGUE.contains(code);
    }
}
