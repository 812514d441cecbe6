package dev.rapporteur.compare;

import dev.rapporteur.text.Move;

/**
 * The kind of a move: degrees and directions are reported apart and never added up.
 *
 * @param degree how far the claim goes
 * @param direction which way
 */
public record MoveKind(Move.Degree degree, Move.Direction direction) {

  @Override
  public String toString() {
    return degree.id() + "/" + direction.id();
  }
}
