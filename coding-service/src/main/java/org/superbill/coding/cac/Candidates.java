package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codes of a note while the guidelines are applied: each once, in the order in which the note led to them. */
final class Candidates {
    private final Map<String, Candidate> byCode = new LinkedHashMap<>();
    private final List<Candidate> withheld = new ArrayList<>();
    private final Set<String> denied = new HashSet<>();
    private final Set<String> doubted = new HashSet<>();

    Candidate add(String code, List<Mention> mentions) {
        return byCode.computeIfAbsent(code, Candidate::new).seenIn(mentions);
    }

    /** The first whose code begins so. */
    Optional<Candidate> find(String... beginnings) {
        for (var candidate : byCode.values()) {
            for (var beginning : beginnings) {
                if (candidate.begins(beginning)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    boolean has(String... beginnings) {
        return find(beginnings).isPresent();
    }

    List<Candidate> all(String beginning) {
        return byCode.values().stream()
                .filter(candidate -> candidate.begins(beginning))
                .toList();
    }

    Collection<Candidate> all() {
        return List.copyOf(byCode.values());
    }

    void drop(Candidate candidate) {
        byCode.remove(candidate.code());
    }

    void dropAll(String beginning) {
        all(beginning).forEach(this::drop);
    }

    /** One code instead of another, with its evidence, at its place. */
    Candidate replace(Candidate old, String code, String reason) {
        if (old.code().equals(code)) {
            return old.because(reason);
        }
        var known = byCode.get(code);
        if (known != null) {
            byCode.remove(old.code());
            return known.seenIn(old.mentions()).because(reason);
        }
        var renewed = new Candidate(code).seenIn(old.mentions()).because(reason).fits(old.margin());
        old.reasons().forEach(renewed::because);
        var order = new ArrayList<>(byCode.values());
        byCode.clear();
        for (var candidate : order) {
            var kept = candidate == old ? renewed : candidate;
            byCode.put(kept.code(), kept);
        }
        return renewed;
    }

    void withhold(Candidate candidate, String why) {
        byCode.remove(candidate.code());
        withheld.add(candidate.withheld(why));
    }

    /** Somewhere the note says that it is not there. */
    void denies(String target) {
        denied.add(target);
    }

    /** Somewhere the note only takes it for possible. */
    void doubts(String target) {
        doubted.add(target);
    }

    boolean isDenied(Candidate candidate) {
        return isSaidOf(denied, candidate);
    }

    boolean isDoubted(Candidate candidate) {
        return isSaidOf(doubted, candidate);
    }

    /** Of the code, or of a header or vaguer code that it goes by. */
    private static boolean isSaidOf(Set<String> targets, Candidate candidate) {
        return targets.contains(candidate.code())
                || candidate.mentions().stream().anyMatch(mention -> targets.contains(mention.target()));
    }

    /** What the note speaks of and nothing is proposed for. */
    List<Candidate> withheld() {
        return List.copyOf(withheld);
    }
}
