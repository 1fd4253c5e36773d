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

    /** What somebody asked for; what others asked for stays theirs to decide on. */
    void removeUndecided(UUID caseId, String askedBy) {
        delete(
                "caseId = ?1 and status = ?2 and (askedBy = ?3 or askedBy is null)",
                caseId,
                SuggestionStatus.PROPOSED,
                askedBy);
    }

    /** Whether something was learned already of this case and code. */
    boolean hasCounted(Suggestion suggestion) {
        return count(
                        "caseId = ?1 and system = ?2 and code = ?3 and counted = true",
                        suggestion.caseId(),
                        suggestion.system(),
                        suggestion.code())
                > 0;
    }
}
