package org.superbill.coding.suggestion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on suggestions; each sees the current organization only. */
@ApplicationScoped
class SuggestionStore implements PanacheRepositoryBase<Suggestion, UUID> {

    /** @throws Problem {@code SUGGESTION_NOT_FOUND} */
    Suggestion get(UUID caseId, UUID id) {
        return findByIdOptional(id)
                .filter(suggestion -> suggestion.caseId().equals(caseId))
                .orElseThrow(() ->
                        new Problem(SuggestionProblem.SUGGESTION_NOT_FOUND, "The case has no suggestion with this id"));
    }

    /** In the order of the ids, one row more than the page holds. */
    List<Suggestion> list(UUID caseId, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("caseId", caseId);
        var after = page.afterId();
        if (after != null) {
            parameters.put("after", after);
        }
        return find("caseId = :caseId" + (after == null ? "" : " and id > :after") + " order by id", parameters)
                .page(0, page.fetch())
                .list();
    }

    Set<UUID> casesWithAccepted() {
        return Set.copyOf(getEntityManager()
                .createQuery("select distinct caseId from Suggestion where status = :accepted", UUID.class)
                .setParameter("accepted", SuggestionStatus.ACCEPTED)
                .getResultList());
    }

    void removeUndecided(UUID caseId) {
        delete("caseId = ?1 and status = ?2", caseId, SuggestionStatus.PROPOSED);
    }
}
