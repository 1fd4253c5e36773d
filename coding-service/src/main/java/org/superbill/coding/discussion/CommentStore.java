package org.superbill.coding.discussion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on comments; each sees the current organization only. */
@ApplicationScoped
class CommentStore implements PanacheRepositoryBase<Comment, UUID> {

    /** @throws Problem {@code COMMENT_NOT_FOUND} */
    Comment get(UUID caseId, UUID id) {
        return find("caseId = ?1 and id = ?2", caseId, id)
                .firstResultOptional()
                .orElseThrow(
                        () -> new Problem(DiscussionProblem.COMMENT_NOT_FOUND, "The case has no comment with this id"));
    }

    /** As {@link #get}, one transaction after the other. */
    Comment lock(UUID caseId, UUID id) {
        var comment = get(caseId, id);
        getEntityManager().refresh(comment, LockModeType.PESSIMISTIC_WRITE);
        return comment;
    }

    /** In the order of the ids, one row more than the page holds. */
    List<Comment> list(UUID caseId, PageRequest page) {
        return find("caseId = ?1 and id > ?2 order by id", caseId, page.after())
                .page(0, page.fetch())
                .list();
    }

    /** What somebody is called in, in questions that are not resolved. */
    List<Comment> mentioning(String subject, PageRequest page) {
        return find(
                        "from Comment comment where array_contains(comment.mentions, ?1) and comment.id > ?2 and not exists (select 1 from Comment question"
                                + " where question.id = coalesce(comment.replyTo, comment.id) and question.resolvedAt is not null) order by comment.id",
                        subject,
                        page.after())
                .page(0, page.fetch())
                .list();
    }
}
