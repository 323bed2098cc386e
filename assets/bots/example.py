#!/usr/bin/env python3
"""A small negotiator for Fog of Peace. It speaks the protocol on standard input and output.

It holds its fire, answers in kind, and moves one level at a time on what is cheap for it.
Try it:  fog-of-peace bot check 'python3 example.py'
         fog-of-peace play --opponent 'cmd:python3 example.py'
"""
import json
import random
import sys


def say(message):
    print(json.dumps(message), flush=True)  # one object a line, at once


class Bot:
    def begin(self, game):
        """A game begins: `game` is the message `new`."""
        self.side = game["side"]
        self.dice = random.Random(game["bot_seed"])  # the same game, the same play
        sides = {side["id"]: side for side in game["scenario"]["sides"]}
        me = sides[self.side]
        self.moods = {mood["id"]: mood["weights"] for mood in me["moods"]}
        # The presser's ideal is level 0, the holder's is level 4.
        self.ideal = 0 if me["role"] == "presser" else 4

    def choice(self, view, legal):
        """An event asks: which answer?"""
        return {"choice": self.dice.choice(legal["choice"])}

    def plan(self, view, legal):
        """A round: what to say, table, do in the field, and which card to play."""
        hurt = view["struck"]["own"]
        quiet = "squeeze" if hurt else "hold"
        return {
            "say": "blame" if hurt else "measured",
            "table": self.table(view, legal["table"]),
            "field": quiet if quiet in legal["field"] else "hold",
            "card": legal["card"][-1],  # "none" comes first
        }

    def table(self, view, legal):
        weights = self.moods[view["own"]["mood"]]
        limits = {line["clause"]: line["limit"] for line in view["own"]["red_lines"]}

        def cost(level, clause):
            beyond = abs(level - self.ideal) > abs(limits.get(clause, 4 - self.ideal) - self.ideal)
            return 1000 if beyond else abs(level - self.ideal) * weights[clause]

        if "sign" in legal:
            return "sign"
        best, best_cost = "hold", 60
        for clause in view["clauses"]:
            name, theirs = clause["id"], clause["standing"]["other"]
            if theirs and f"accept:{name}" in legal:
                price = cost(theirs["level"], name) - 20  # a bird in the hand
                if price < best_cost:
                    best, best_cost = f"accept:{name}", price
        for option in legal:
            kind, *rest = option.split(":")
            if kind == "offer" and rest[2] == "clear" and rest[3] == "mediator":
                price = cost(int(rest[1]), rest[0])
                if price < best_cost:
                    best, best_cost = option, price
        return best


def main():
    bot = Bot()
    answer = None
    for line in sys.stdin:
        message = json.loads(line)
        kind = message["t"]
        if kind == "hello":
            say({"t": "hello", "proto": 1, "name": "example"})
        elif kind == "new":
            bot.begin(message)
        elif kind == "act":
            ask = getattr(bot, message["ask"])  # plan or choice
            answer = {"t": "act", "id": message["id"], **ask(message["view"], message["legal"])}
            say(answer)
        elif kind == "error":
            print("refused:", message["msg"], file=sys.stderr)  # standard error is the log
            if answer and answer["id"] == message["id"]:
                fallback = {"say": "measured", "table": "hold", "field": "hold", "card": "none"}
                say({**answer, **(fallback if "table" in answer else {})})
        elif kind == "quit":
            break
        # `recall`, `end` and whatever else there is need no answer.


main()
