package org.superbill.coding.coder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on coders; each sees the current organization only. */
@ApplicationScoped
class CoderStore implements PanacheRepositoryBase<Coder, UUID> {

    /** @throws Problem {@code CODER_NOT_FOUND} */
    Coder get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Problem(CoderProblem.CODER_NOT_FOUND, "No coder has this id"));
    }

    Optional<Coder> findBySubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    /** In the order of the ids, one row more than the page holds. */
    List<Coder> list(PageRequest page) {
        return find("id > ?1 order by id", page.after()).page(0, page.fetch()).list();
    }

    List<Coder> active() {
        return find("active order by subject").list();
    }
}
