#!/usr/bin/env python3
"""A small negotiator for Fog of Peace.

It holds its fire, answers a blow by squeezing, and gives what is
cheap for it, by the mediator.  Try it:

    fog-of-peace bot check 'python3 example.py'
    fog-of-peace play --opponent 'cmd:python3 example.py'
"""
import json
import random
import sys

DEFAULT = {"say": "measured", "table": "hold",
           "field": "hold", "card": "none"}


class Bot:
    def begin(self, game):
        """A game begins; `game` is the message `new`."""
        # With dice of this seed the same game is played the same.
        self.dice = random.Random(game["bot_seed"])
        sides = game["scenario"]["sides"]
        me = next(s for s in sides if s["id"] == game["side"])
        self.weights = {m["id"]: m["weights"] for m in me["moods"]}
        # The presser's ideal is level 0, the holder's is level 4.
        self.ideal = 0 if me["role"] == "presser" else 4

    def choice(self, view, legal):
        """An event asks."""
        return {"choice": self.dice.choice(legal["choice"])}

    def plan(self, view, legal):
        """A round is planned."""
        hit = view["struck"]["own"]
        return {
            "say": "blame" if hit else "measured",
            "table": self.table(view, legal["table"]),
            "field": "squeeze" if hit else "hold",
            "card": legal["card"][-1],  # "none" comes first
        }

    def table(self, view, legal):
        weights = self.weights[view["own"]["mood"]]
        limits = {r["clause"]: r["limit"]
                  for r in view["own"]["red_lines"]}
        clauses = {c["id"]: c for c in view["clauses"]}

        def price(clause, level):
            limit = limits.get(clause, 4 - self.ideal)
            if abs(level - self.ideal) > abs(limit - self.ideal):
                return 1000  # the capital would not have it
            return abs(level - self.ideal) * weights[clause]

        if "sign" in legal:
            return "sign"
        best, least = "hold", 60
        for option in legal:
            kind, *rest = option.split(":")
            if kind == "offer" and rest[2:] == ["clear", "mediator"]:
                cost = price(rest[0], int(rest[1]))
            elif kind == "accept":
                offer = clauses[rest[0]]["standing"]["other"]
                if not offer:
                    continue
                cost = price(rest[0], offer["level"]) - 20
            else:
                continue
            if cost < least:
                best, least = option, cost
        return best


def say(message):
    print(json.dumps(message), flush=True)  # one a line, at once


def main():
    bot = Bot()
    for line in sys.stdin:
        message = json.loads(line)
        kind = message["t"]
        if kind == "hello":
            say({"t": "hello", "proto": 1, "name": "example"})
        elif kind == "new":
            bot.begin(message)
        elif kind == "act":
            decide = getattr(bot, message["ask"])  # plan or choice
            answer = decide(message["view"], message["legal"])
            say({"t": "act", "id": message["id"], **answer})
        elif kind == "error":
            # Standard error is for one's own log.
            print(message["msg"], file=sys.stderr)
            if "choice" not in answer:
                answer = DEFAULT
            say({"t": "act", "id": message["id"], **answer})
        elif kind == "quit":
            break
        # `recall`, `end` and all others need no answer.


main()
