/** What practitioners, locations and payers have in common: an organization registers them and describes them anew as a whole. */
@NullMarked
package org.superbill.patient.register;

import org.jspecify.annotations.NullMarked;
