package org.superbill.coding.codingquery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** The templates of queries, those that ship and the organization's own; each public method is one transaction. */
@ApplicationScoped
class QueryTemplates {
    private static final QueryRecord NO_RECORD = new QueryRecord(Set.of(), Map.of(), true, words -> List.of(), null);
    /** Its words are wrong wherever it is used; what the quotations have to support comes with the query. */
    private static final List<QueryRule> OF_TEMPLATES = List.of(new MentionsPayment(), new LeadingWording());

    private final Store store;
    private final Caller caller;
    private final Clock clock;

    QueryTemplates(Store store, Caller caller, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** Those of the organization; the shipped ones are before them on the first page. */
    @ApplicationScoped
    static class Store implements PanacheRepositoryBase<QueryTemplate, UUID> {
        List<QueryTemplate> list(PageRequest page) {
            return find("id > ?1 order by id", page.after())
                    .page(0, page.fetch())
                    .list();
        }
    }

    @Transactional
    Page<QueryTemplateView> list(PageRequest page) {
        var all = Stream.concat(
                        ShippedTemplates.ALL.stream()
                                .filter(template -> template.id().compareTo(page.after()) > 0),
                        store.list(page).stream().map(QueryTemplate::view))
                .limit(page.fetch())
                .toList();
        return Page.of(all, page, QueryTemplateView::id);
    }

    /** @throws Problem {@code CODING_QUERY_TEMPLATE_NOT_FOUND} */
    @Transactional
    QueryTemplateView read(UUID id) {
        return ShippedTemplates.find(id).orElseGet(() -> get(id).view());
    }

    /** @throws Problem {@code CODING_QUERY_NOT_COMPLIANT} */
    @Transactional
    QueryTemplateView add(QueryTemplateText text) {
        requireCompliance(text);
        var template = new QueryTemplate(text, caller.subject(), clock.instant());
        store.persistAndFlush(template);
        return template.view();
    }

    /**
     * @throws Problem {@code CODING_QUERY_TEMPLATE_NOT_FOUND}, {@code CODING_QUERY_TEMPLATE_SHIPPED}, {@code IF_MATCH_MISSING},
     *     {@code STALE}, {@code CODING_QUERY_NOT_COMPLIANT}
     */
    @Transactional
    QueryTemplateView change(UUID id, QueryTemplateText text, @Nullable Revision expected) {
        if (ShippedTemplates.find(id).isPresent()) {
            throw new Problem(QueryProblem.CODING_QUERY_TEMPLATE_SHIPPED, "The template comes with Superbill");
        }
        requireCompliance(text);
        var template = get(id);
        template.change(text, expected, caller.subject(), clock.instant());
        store.flush(); // so that the answer carries the new revision
        return template.view();
    }

    private QueryTemplate get(UUID id) {
        return store.findByIdOptional(id)
                .orElseThrow(
                        () -> new Problem(QueryProblem.CODING_QUERY_TEMPLATE_NOT_FOUND, "No template has this id"));
    }

    private static void requireCompliance(QueryTemplateText text) {
        var errors = OF_TEMPLATES.stream()
                .flatMap(rule -> rule.check(text.asQuery(), NO_RECORD))
                .map(finding ->
                        new FieldError(finding.pointer(), finding.rule(), finding.message() + ". " + finding.fix()))
                .toList();
        if (!errors.isEmpty()) {
            throw new Problem(
                    QueryProblem.CODING_QUERY_NOT_COMPLIANT, "%d findings are open".formatted(errors.size()), errors);
        }
    }
}
