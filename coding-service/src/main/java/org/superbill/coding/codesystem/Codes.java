package org.superbill.coding.codesystem;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What is known of codes on a day: one query for any number of them. */
@ApplicationScoped
public class Codes {
    private final CodeStore store;
    private final Map<CodeSystem, SharedSpans> shared = new ConcurrentHashMap<>();

    Codes(CodeStore store) {
        this.store = store;
    }

    /**
     * One question about one code.
     *
     * @param code stored form, see {@link CodeSystem#normalize}
     */
    public record Question(CodeSystem system, String code, LocalDate on) {}

    /** An answer to every question, also for codes that nobody knows. */
    public Map<Question, CodeStatus> ask(Collection<Question> questions) {
        var distinct = new HashSet<>(questions);
        var releases = store.activeReleases();
        var known = store.find(distinct);
        var answers = new HashMap<Question, CodeStatus>();
        for (var question : distinct) {
            answers.put(
                    question,
                    AsOf.judge(question, releases.of(question.system()), known.getOrDefault(question, Map.of())));
        }
        return answers;
    }

    public CodeStatus ask(CodeSystem system, String code, LocalDate on) {
        var question = new Question(system, system.normalize(code), on);
        return ask(List.of(question)).values().iterator().next();
    }

    /** Of the codes (stored form) those that no active release of these systems has, nor any code under them. */
    public List<String> unknown(Collection<CodeSystem> systems, Collection<String> codes) {
        return store.unknown(systems, codes);
    }

    public ActiveReleases releases() {
        return store.activeReleases();
    }

    /** Every code of the active releases of a system with the days on which it was so. Streamed: there may be 200,000. */
    public void eachSpan(Releases releases, Consumer<CodeSpan> consumer) {
        var spans = new Spans(releases, consumer);
        store.eachRow(releases.oldestFirst(), spans::add);
        spans.finish();
    }

    /** As {@link #eachSpan}, for those who keep what they are given: who asks while another still has it is given the same, for which nothing is read. */
    public void eachSharedSpan(Releases releases, Consumer<CodeSpan> consumer) {
        shared.computeIfAbsent(releases.system(), none -> new SharedSpans())
                .of(releases.oldestFirst(), found -> eachSpan(releases, found))
                .forEach(consumer);
    }
}
