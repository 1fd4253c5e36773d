package org.superbill.coding.codenote;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on notes; each sees the current organization only. */
@ApplicationScoped
class CodeNoteStore implements PanacheRepositoryBase<CodeNote, UUID> {

    /** @throws Problem {@code CODING_NOTE_NOT_FOUND} */
    CodeNote get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Problem(CodeNoteProblem.CODING_NOTE_NOT_FOUND, "No note has this id"));
    }

    /** Those in force, in the order of the ids, one row more than the page holds. */
    List<CodeNote> list(PageRequest page) {
        return find("endedAt is null and id > ?1 order by id", page.after())
                .page(0, page.fetch())
                .list();
    }

    /** Those in force, in the order of the ids. */
    List<CodeNote> inForce(int most) {
        return find("endedAt is null order by id").page(0, most).list();
    }

    /** Those in force on one of the codes or on a category of it. */
    @SuppressWarnings("unchecked")
    List<CodeNote> on(Collection<String> codes) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from code_note note where ended_at is null and exists (
                            select 1 from unnest(note.codes) noted, unnest(string_to_array(:codes, ',')) used
                             where starts_with(used, noted))
                         order by id""", CodeNote.class)
                .setParameter("codes", String.join(",", codes))
                .getResultList();
    }
}
