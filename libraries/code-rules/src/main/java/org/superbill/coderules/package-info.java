/** Rules over the codes of one encounter: what is checked, what is known of codes, and what was found. No framework, no database. */
@NullMarked
package org.superbill.coderules;

import org.jspecify.annotations.NullMarked;
