/** Who is treated, by whom, where, and who pays: the facts every claim is made from, and the encounter's way from the door to the last cent. */
@NullMarked
package org.superbill.patient;

import org.jspecify.annotations.NullMarked;
