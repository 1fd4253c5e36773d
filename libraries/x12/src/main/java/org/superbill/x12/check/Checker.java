package org.superbill.x12.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.guide.Guide;

/**
 * Checks X12 up to a SNIP level while it is read, claim by claim, in memory that does not grow with the file:
 *
 * <pre>{@code
 * Checker.upTo(SnipLevel.SITUATION).check(in, error -> System.out.println(error));
 * }</pre>
 *
 * <p>Together with other handlers it is {@link #reader}: what it finds in a claim comes with the claim's unit, all of it with
 * the transaction set, so that an {@code Acknowledger} answers for it. Immutable; one may serve many threads.
 */
public final class Checker {
    private final SnipLevel deepest;
    private final @Nullable ExternalCodes codes;
    private final Map<Guide, Plan> plans = new ConcurrentHashMap<>();

    private Checker(SnipLevel deepest, @Nullable ExternalCodes codes) {
        this.deepest = deepest;
        this.codes = codes;
    }

    /** Without {@link #with external codes} level 5 finds no more than level 4. */
    public static Checker upTo(SnipLevel deepest) {
        return new Checker(deepest, null);
    }

    public Checker with(ExternalCodes newCodes) {
        return new Checker(deepest, newCodes);
    }

    /** A streaming reader that checks what it reads. */
    public X12Reader reader() {
        return checking(X12Reader.streaming());
    }

    /** The same reader, checking what it reads. */
    public X12Reader checking(X12Reader reader) {
        return reader.checkingElements().watchedBy(() -> new RuleWatch(this::plan), deepest.number());
    }

    /** Reads to the end of the stream. @param errors takes each error and warning when it is found */
    public void check(InputStream in, Consumer<X12Error> errors) throws IOException {
        reader().read(in, new X12Handler() {
            @Override
            public void error(X12Error error) {
                errors.accept(error);
            }
        });
    }

    private Plan plan(Guide guide) {
        return plans.computeIfAbsent(guide, this::newPlan);
    }

    private Plan newPlan(Guide guide) {
        var rules = RuleBook.of(guide).stream()
                .filter(rule -> rule.level().compareTo(deepest) <= 0)
                .toList();
        if (codes != null && deepest == SnipLevel.CODES) {
            return new Plan(guide, concat(rules, List.of(CodeLists.rule(guide, codes))));
        }
        return new Plan(guide, rules);
    }

    private static List<Rule> concat(List<Rule> some, List<Rule> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
